package dev.colight.document;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a block for as long as it lives, through edits in place and moves. */
public record BlockId(int value) {
  private static final Pattern FORM = Pattern.compile("b(\\d{1,9})");

  // Written out, as those of records go through method handles: this is compared a lot.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BlockId id && value == id.value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  /** Returns the id that is written so, or null where that is none. */
  public static @Nullable BlockId parse(String text) {
    var matcher = FORM.matcher(text);
    return matcher.matches() ? new BlockId(Integer.parseInt(matcher.group(1))) : null;
  }

  @Override
  public String toString() {
    return "b" + value;
  }
}
