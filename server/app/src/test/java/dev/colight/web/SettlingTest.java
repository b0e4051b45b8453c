package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTest {
  /** Looks at these sizes, 20 ms apart, of a file that had 5 bytes; a minus is no file. */
  @ParameterizedTest
  @CsvSource({
    "5 5 5 5, ''",
    "6 6 6 6, 2",
    "6 7 8 9 9 9, 5",
    "6 6 6 7 7 7, '2 5'",
    "- - - - -, ''",
    "- - 5 5 5, ''",
    "- - 6 6 6, 4",
    "0 0 0 9 9 9, 5",
    "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0, 15",
    "0 - 0 6 6 6, 5",
    "6 5 5 5, ''",
  })
  void a_file_is_read_when_it_has_stopped_to_change(String sizes, String reads) {
    Settling settling = new Settling(state("5"));
    List<String> times = new ArrayList<>();
    String[] looks = sizes.split(" ");
    for (int i = 0; i < looks.length; i++) {
      if (settling.look(state(looks[i]), i * 20_000_000L)) {
        times.add(String.valueOf(i));
      }
    }
    assertEquals(reads, String.join(" ", times));
  }

  private static FileState state(String size) {
    int bytes = size.equals("-") ? -1 : Integer.parseInt(size);
    return new FileState(bytes, FileTime.fromMillis(bytes), null);
  }
}
