package dev.colight.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run has started.
 *
 * @param version LSP version of the text that it is about
 * @param run number of the run in its document
 * @param blocks those that will run or whose info changed
 * @param removed ids of blocks that are gone
 * @param order all ids, only where blocks were added, removed or moved
 */
public record RunStartParams(
    String uri,
    int version,
    int run,
    @JsonAdapter(LowerCaseEnums.class) RunReason reason,
    List<BlockInfo> blocks,
    List<String> removed,
    @Nullable List<String> order) {}
