package dev.colight.java.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionTest extends WithLanguage {
  /** A document, and what is expected of it. */
  record Fixture(
      String name,
      String document,
      List<String> proposed,
      List<String> absent,
      String taken,
      String result) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fixture> fixtures() throws IOException {
    String all;
    try (InputStream in = CompletionTest.class.getResourceAsStream("completion.txt")) {
      all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    return Stream.of(all.split("(?m)^== ")).skip(1).map(CompletionTest::fixture);
  }

  private static Fixture fixture(String text) {
    List<String> document = new ArrayList<>();
    List<String> proposed = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    List<String> result = new ArrayList<>();
    String taken = "";
    List<String> lines = text.stripTrailing().lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      if (!taken.isEmpty()) {
        result.add(line);
      } else if (line.startsWith("+ ")) {
        proposed.addAll(List.of(line.substring(2).split(" ")));
      } else if (line.startsWith("- ")) {
        absent.addAll(List.of(line.substring(2).split(" ")));
      } else if (line.startsWith("=> ")) {
        taken = line.substring(3);
      } else {
        document.add(line);
      }
    }
    return new Fixture(
        lines.get(0),
        String.join("\n", document),
        proposed,
        absent,
        taken,
        String.join("\n", result));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void proposes_what_fits(Fixture fixture) throws Exception {
    Marked marked = Marked.of(fixture.document);
    try (EditedDocument document = new EditedDocument(language)) {
      document.open(marked.text());
      Set<String> labels =
          document.complete(marked.position()).stream()
              .map(proposal -> proposal.label())
              .collect(Collectors.toSet());
      List<String> missing = fixture.proposed.stream().filter(l -> !labels.contains(l)).toList();
      assertEquals(List.of(), missing, () -> "of " + labels.stream().sorted().limit(60).toList());
      List<String> present = fixture.absent.stream().filter(labels::contains).toList();
      assertEquals(List.of(), present);
      if (!fixture.taken.isEmpty()) {
        assertEquals(fixture.result, document.accept(marked.position(), fixture.taken));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void fails_at_no_place_of_any_document(Fixture fixture) throws Exception {
    Marked marked = Marked.of(fixture.document);
    try (EditedDocument document = new EditedDocument(language)) {
      document.open(marked.text());
      List<String> lines = marked.text().lines().toList();
      int asked = 0;
      for (int line = 0; line < lines.size(); line++) {
        for (int column = 0; column <= lines.get(line).length(); column += 5) {
          document.complete(new dev.colight.text.Position(line, column));
          asked++;
        }
      }
      assertTrue(asked > 0);
    }
  }
}
