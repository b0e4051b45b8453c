package dev.colight.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block has a result.
 *
 * @param version LSP version of the text that it was computed from
 * @param cached whether nothing ran for it
 * @param outputs in the order of time; empty for {@link ResultStatus#UNCHANGED}
 * @param error for every status but {@code ok} and {@code unchanged}
 * @param durationMs time in user code, fractions included
 */
public record BlockResultParams(
    String uri,
    int version,
    int run,
    BlockInfo block,
    @JsonAdapter(LowerCaseEnums.class) ResultStatus status,
    boolean cached,
    List<Output> outputs,
    @Nullable BlockError error,
    double durationMs) {}
