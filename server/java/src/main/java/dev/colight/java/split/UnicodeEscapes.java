package dev.colight.java.split;

/** Reads Unicode escapes: a backslash, one {@code u} or more, and four hexadecimal digits. */
final class UnicodeEscapes {
  private static final int DIGITS = 4;

  private UnicodeEscapes() {}

  /** Returns the length of the escape at an index, where a backslash is, or 0 if it is none. */
  static int length(String text, int at) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) == 'u') {
      i++;
    }
    int end = i + DIGITS;
    if (i == at + 1 || end > text.length()) {
      return 0;
    }
    while (i < end) {
      if (Character.digit(text.charAt(i++), 16) < 0) {
        return 0;
      }
    }
    return end - at;
  }

  /** Returns the character that the escape which ends at an index stands for. */
  static char value(String text, int end) {
    int value = 0;
    for (int i = end - DIGITS; i < end; i++) {
      value = value * 16 + Character.digit(text.charAt(i), 16);
    }
    return (char) value;
  }

  /** Returns a text with characters in place of its escapes; a backslash by itself stays. */
  static String translate(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int length = text.charAt(i) == '\\' ? length(text, i) : 0;
      result.append(length == 0 ? text.charAt(i) : value(text, i + length));
      i += Math.max(1, length);
    }
    return result.toString();
  }
}
