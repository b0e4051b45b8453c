package dev.colight.document;

import java.util.List;

/**
 * When code counts, where a document does not simply read from top to bottom. The stage of a block
 * is in its {@link Block#order}, so that whatever is ordered by that comes stage by stage.
 */
public enum Stage {
  /** Reads from top to bottom. */
  SCRIPT(0),
  /** What members declare for the whole document: functions, types, imports. */
  DECLARED(1),
  /** The members themselves, from top to bottom: variables get their values. */
  MEMBERS(2),
  /** What runs once all members are there, and declares what no member sees. */
  BODY(3);

  private static final int SHIFT = 60;
  private static final List<Stage> ALL = List.of(values());

  private final long number;

  Stage(long number) {
    this.number = number;
  }

  /** Returns the stage of an order. */
  public static Stage of(long order) {
    return ALL.get((int) (order >> SHIFT));
  }

  /** Returns an order's place in the text, whatever its stage. */
  public static long position(long order) {
    return order - of(order).first();
  }

  /**
   * Returns an order of this stage that no block has: all that have one of this stage are below.
   */
  public long first() {
    return number << SHIFT;
  }
}
