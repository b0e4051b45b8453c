package dev.colight.protocol;

import com.google.gson.annotations.JsonAdapter;

/**
 * A run has ended.
 *
 * @param executed number of blocks that ran
 * @param cached number of blocks whose result was there already
 * @param failed number of blocks without a result
 * @param durationMs time from the change to here
 */
public record RunEndParams(
    String uri,
    int version,
    int run,
    @JsonAdapter(LowerCaseEnums.class) RunStatus status,
    int executed,
    int cached,
    int failed,
    double durationMs) {}
