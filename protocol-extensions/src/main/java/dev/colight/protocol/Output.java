package dev.colight.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a statement showed or wrote.
 *
 * @param line last line of the statement, relative to the block's first line
 * @param name the variable, where the statement declares one
 * @param type static type of a value
 * @param mime payloads by MIME type; a value always has {@code text/plain}
 * @param truncated true where a payload was cut, else absent
 * @param expandable reference for {@code colight/expand}, where there is more than what is here
 * @param id of a display: a later one of the same id in the same result takes its place
 */
public record Output(
    @JsonAdapter(LowerCaseEnums.class) OutputKind kind,
    int line,
    @Nullable String name,
    @Nullable String type,
    Map<String, Payload> mime,
    @Nullable Boolean truncated,
    @Nullable String expandable,
    @Nullable String id) {}
