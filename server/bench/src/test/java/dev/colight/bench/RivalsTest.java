package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colight.bench.BenchDocument.Pair;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Those that come from elsewhere, which only {@code -Dpeers=on} has take part: what they fetch, and
 * what they do on a busy machine, must not decide about a build. {@link BenchmarkTest} has the
 * others take part.
 */
@EnabledIfSystemProperty(named = "peers", matches = "on", disabledReason = "needs -Dpeers=on")
class RivalsTest {
  private static final int EDITED = 23_456;

  @ParameterizedTest
  @CsvSource({"NOTEBOOK, NOTEBOOK", "NOTEBOOK, NOTEBOOK_PAIR", "MDOC, MDOC"})
  @Timeout(value = 30, unit = TimeUnit.MINUTES) // a compiler that starts cold, on a busy machine
  void rivals_show_what_the_floor_shows(Peer peer, Contender contender) throws Exception {
    assumeToBeHad(peer);
    Floor floor = new Floor();
    BenchDocument document = new BenchDocument(10);
    try (Rival rival = new Rivals(1, step -> {}).start(contender, document)) {
      for (Pair pair : document.pairs()) {
        assertEquals(floor.run(pair, EDITED), rival.edit(pair, EDITED), pair.kind().name());
      }
    }
  }

  /** Without the network there may be none. */
  private static void assumeToBeHad(Peer peer) {
    try {
      peer.jars(step -> {});
    } catch (IOException e) {
      assumeTrue(false, peer.coordinate() + " cannot be had: " + e.getMessage());
    }
  }
}
