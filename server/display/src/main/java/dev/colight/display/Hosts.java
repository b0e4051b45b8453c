package dev.colight.display;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Knows the {@link Host} of this process. */
public final class Hosts {
  private static final Host PLAIN = new Plain();

  private static volatile Host present = PLAIN;

  private Hosts() {}

  /** Makes all that is displayed from now on go to a host. Not for documents. */
  public static void install(Host host) {
    present = host;
  }

  static Host present() {
    return present;
  }

  /** Prints: there is nobody who could show more than text. */
  private static final class Plain implements Host {
    private final AtomicInteger ids = new AtomicInteger();

    @Override
    public String newId() {
      return "d" + ids.incrementAndGet();
    }

    @Override
    @SuppressWarnings("SystemOut") // that is what it is for
    public void show(String id, @Nullable Object value) {
      String text = PlainText.of(value);
      if (!text.isEmpty()) {
        System.out.println(text);
      }
    }

    @Override
    public @Nullable String input(String name) {
      return null;
    }
  }
}
