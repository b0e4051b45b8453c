package dev.colight.worker;

/** Collects text up to a limit. */
final class BoundedText {
  private final StringBuilder text = new StringBuilder();
  private final int limit;
  private boolean truncated;

  BoundedText(int limit) {
    this.limit = limit;
  }

  /** Adds text; what is beyond the limit is dropped, without half a surrogate pair left over. */
  BoundedText add(String more) {
    int room = limit - text.length();
    if (more.length() <= room && !truncated) {
      text.append(more);
    } else if (!truncated) {
      truncated = true;
      int end = room > 0 && Character.isHighSurrogate(more.charAt(room - 1)) ? room - 1 : room;
      text.append(more, 0, end);
    }
    return this;
  }

  /** Tells whether nothing more will be taken. */
  boolean isFull() {
    return truncated;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
