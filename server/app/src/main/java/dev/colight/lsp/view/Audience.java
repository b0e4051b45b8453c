package dev.colight.lsp.view;

import dev.colight.display.Forms;
import dev.colight.protocol.ClientOptions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client can do with outputs.
 *
 * @param renders the types that it shows beside plain text, or null for all that there are
 * @param sources whether it wants the text of code blocks
 * @param links makes addresses for what is too large to send along, or null where the client loads
 *     nothing
 * @param limit UTF-16 code units from which on a form is too large to send along
 */
public record Audience(
    @Nullable Set<String> renders, boolean sources, @Nullable PayloadLinks links, int limit) {
  /** Size in UTF-16 code units from which on a form is not sent along. */
  public static final int MAX_PAYLOAD = 1 << 16;

  /** A client may ask for more, but not for more than an editor's process should have to hold. */
  private static final int LARGEST_PAYLOAD = 1 << 25;

  /** Someone who takes all forms, up to the usual size. */
  public static final Audience ANYONE = new Audience(null, false, null, MAX_PAYLOAD);

  /** Someone who takes all there is: a file. */
  public static final Audience FILE = new Audience(null, true, null, Integer.MAX_VALUE);

  /** Returns what a client said of itself; {@code links} where it says that it loads addresses. */
  public static Audience of(ClientOptions options, @Nullable PayloadLinks links) {
    List<String> renders = options.renders();
    return new Audience(
        renders == null
            ? Set.of()
            : renders.stream().filter(Objects::nonNull).collect(Collectors.toSet()),
        options.sources(),
        options.urls() ? links : null,
        limit(options.maxPayload()));
  }

  private static int limit(@Nullable Integer wanted) {
    return wanted == null ? MAX_PAYLOAD : Math.max(MAX_PAYLOAD, Math.min(LARGEST_PAYLOAD, wanted));
  }

  /** Tells whether it shows forms of a type. */
  boolean takes(String type) {
    return renders == null || type.equals(Forms.TEXT) || renders.contains(type);
  }
}
