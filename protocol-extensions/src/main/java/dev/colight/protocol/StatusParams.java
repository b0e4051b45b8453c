package dev.colight.protocol;

import com.google.gson.annotations.JsonAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What the server is about, at large or for one document.
 *
 * @param block the block that runs, where one does
 */
public record StatusParams(
    @JsonAdapter(LowerCaseEnums.class) ServerState state,
    @Nullable String message,
    @Nullable String uri,
    @Nullable String block) {}
