package dev.colight.lsp.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts columns as a client does; the engine counts UTF-16 code units. */
public enum Encoding {
  UTF_8("utf-8") {
    @Override
    int units(int codePoint) {
      return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
  },
  UTF_16("utf-16") {
    @Override
    int units(int codePoint) {
      return Character.charCount(codePoint);
    }
  },
  UTF_32("utf-32") {
    @Override
    int units(int codePoint) {
      return 1;
    }
  };

  private final String wireName;

  Encoding(String wireName) {
    this.wireName = wireName;
  }

  abstract int units(int codePoint);

  /** Returns the name that LSP gives it. */
  public String wireName() {
    return wireName;
  }

  /**
   * Picks an encoding: UTF-16, which costs nothing, where it is among those offered or nothing is,
   * else the first that is known.
   */
  public static Encoding negotiate(@Nullable List<String> offered) {
    if (offered != null && !offered.contains(UTF_16.wireName)) {
      for (String name : offered) {
        for (Encoding encoding : values()) {
          if (encoding.wireName.equals(name)) {
            return encoding;
          }
        }
      }
    }
    return UTF_16;
  }

  /** Returns the client's column for one of ours; past the end of the line stays past the end. */
  public int fromUtf16(String line, int column) {
    int inside = Math.min(column, line.length());
    int result = column - inside;
    for (int at = 0; at < inside; ) {
      int codePoint = line.codePointAt(at);
      result += units(codePoint);
      at += Character.charCount(codePoint);
    }
    return result;
  }

  /**
   * Returns our column for one of the client's: the start of a character that it points into, and
   * past the end of the line stays past the end.
   */
  public int toUtf16(String line, int column) {
    int rest = column;
    int at = 0;
    while (at < line.length()) {
      int codePoint = line.codePointAt(at);
      if (rest < units(codePoint)) {
        return at;
      }
      rest -= units(codePoint);
      at += Character.charCount(codePoint);
    }
    return at + rest;
  }
}
