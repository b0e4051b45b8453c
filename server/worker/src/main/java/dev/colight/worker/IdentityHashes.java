package dev.colight.worker;

import dev.colight.worker.wire.ShownNames;
import java.lang.reflect.Field;

/**
 * Makes identity hash codes the same wherever the same code runs: the order of a hash set of enum
 * constants, of classes, or of objects without a {@code hashCode} follows from them, and with it
 * what a document shows.
 *
 * <p>HotSpot draws them from a generator in each thread (Marsaglia's xorshift, {@code
 * -XX:hashCode=5}, the default), whose four words of state stand next to each other in the thread's
 * native structure. Where they stand is found by looking which words move when a hash code is made,
 * and how. Where it is not found, nothing is changed.
 */
final class IdentityHashes {
  /** How far into the structure of a thread to look, in bytes: no version's is shorter. */
  private static final int LOOKED_AT = 1536;

  private static final int WORDS = 4;
  private static final int HASH_BITS = 0x7fffffff;
  private static final int[] NOTHING = {};
  private static final long ADDRESS = addressOffset();
  private static final int STATE = findState();

  private IdentityHashes() {}

  /** Tells whether this JVM lets its hash codes be determined. */
  static boolean areDetermined() {
    return STATE >= 0;
  }

  /** Lets the calling thread's next hash codes follow from a seed alone. */
  static void seed(long seed) {
    long address = address();
    if (address != 0) {
      for (int word = 0; word < WORDS; word++) {
        // No state may be all zeros: it would stay so.
        set(address, word, (int) (mixed(seed + word) >>> Integer.SIZE) | 1);
      }
    }
  }

  /**
   * Returns what the calling thread's next hash codes follow from, so that hash codes which are
   * made meanwhile for other reasons make no difference.
   */
  static State state() {
    long address = address();
    return address == 0 ? new State(0, NOTHING) : new State(address, words(address, WORDS));
  }

  /** What the next hash codes of the thread that asked follow from. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record State(long address, int[] words) {
    /** Makes it so again, on the same thread. */
    void restore() {
      for (int word = 0; word < words.length; word++) {
        set(address, word, words[word]);
      }
    }
  }

  /** Gives an object that has no hash code yet one that follows from a seed alone. */
  static void give(Object object, long seed) {
    State before = state();
    seed(seed);
    System.identityHashCode(object);
    before.restore();
  }

  /** Gives a class its hash code, by the name that the document has for it. */
  static void give(Class<?> type) {
    give(type, ShownNames.scrub(type.getName()).hashCode());
  }

  /** Gives the constants of an enum their hash codes, by their names. */
  static void giveToConstants(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    if (constants != null) {
      for (Object constant : constants) {
        give(constant, ((Enum<?>) constant).name().hashCode());
      }
    }
  }

  /** Where the address of a thread's native structure is in its object, or -1. */
  private static long addressOffset() {
    try {
      Field field = Thread.class.getDeclaredField("eetop");
      return field.getType() == long.class ? Memory.offset(field, false) : -1;
    } catch (NoSuchFieldException e) {
      return -1;
    }
  }

  /** The address of the calling thread's state, or 0 where it has none or none is known. */
  private static long address() {
    long structure = STATE < 0 ? 0 : structure();
    return structure == 0 ? 0 : structure + STATE;
  }

  /** The address of the calling thread's native structure, or 0 where it has none of its own. */
  private static long structure() {
    return ADDRESS < 0 ? 0 : Memory.bits(Thread.currentThread(), ADDRESS, Long.BYTES);
  }

  private static void set(long address, int word, int bits) {
    Memory.setNativeInt(address + (long) word * Integer.BYTES, bits);
  }

  /** Where the state is in a thread's native structure, or -1. */
  private static int findState() {
    long address = structure();
    if (address == 0) {
      return -1;
    }
    int[] before = words(address, LOOKED_AT / Integer.BYTES);
    int hash = System.identityHashCode(new Object());
    int[] after = words(address, before.length);
    int found = -1;
    for (int i = 0; i + WORDS <= before.length; i++) {
      if (isStep(before, after, i, hash)) {
        found = found < 0 ? i * Integer.BYTES : -1;
      }
    }
    return found;
  }

  /** Tells whether the words at a place are the state w, x, y, z, which has moved by one step. */
  private static boolean isStep(int[] before, int[] after, int at, int hash) {
    int w = before[at];
    int t = before[at + 1] ^ (before[at + 1] << 11);
    int drawn = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return after[at] == drawn
        && (drawn & HASH_BITS) == hash
        && after[at + 1] == before[at + 2]
        && after[at + 2] == before[at + 3]
        && after[at + 3] == w;
  }

  private static int[] words(long address, int count) {
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = Memory.nativeInt(address + (long) i * Integer.BYTES);
    }
    return words;
  }

  /** The finaliser of SplitMix64, by Sebastiano Vigna. */
  private static long mixed(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
