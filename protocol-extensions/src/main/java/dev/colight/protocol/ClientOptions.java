package dev.colight.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself in {@code initializationOptions.colight}.
 *
 * @param protocol version it speaks; 0 where it said nothing
 * @param renders MIME types that it can show beside {@code text/plain}
 * @param urls whether it can load a payload from a URL
 * @param sources whether it wants the text of code blocks
 * @param maxPayload UTF-16 code units up to which it takes a payload in a message, where that is
 *     more than the usual 64 Ki; for those that can load no URL
 */
public record ClientOptions(
    int protocol,
    @Nullable List<String> renders,
    boolean urls,
    boolean sources,
    @Nullable Integer maxPayload) {}
