package dev.colight.document;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a block for as long as it lives, through edits in place and moves. */
public record BlockId(int value) {
  private static final Pattern FORM = Pattern.compile("b(\\d{1,9})");

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
