package dev.colight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {
  @Test
  void a_browser_is_started_with_a_file_of_the_users_alone_which_goes_once_it_was_used()
      throws Exception {
    List<Runnable> used = new ArrayList<>();
    List<Path> before = pages();
    new Browser(List.of("true"))
        .open(
            whenUsed -> {
              used.add(whenUsed);
              return "http://127.0.0.1:1/open?token=secret&uri=a%22b";
            });
    List<Path> made = new ArrayList<>(pages());
    made.removeAll(before);
    Path page = made.get(0);
    assertTrue(
        Files.readString(page)
            .contains("0; url=http://127.0.0.1:1/open?token=secret&amp;uri=a%22b\""));
    if (Files.getFileStore(page).supportsFileAttributeView(PosixFileAttributeView.class)) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
    }
    used.get(0).run();
    assertFalse(Files.exists(page));
    used.get(0).run(); // however often
  }

  @Test
  void a_browser_that_cannot_be_started_is_no_failure() {
    new Browser(List.of("/nowhere/no-such-browser")).open(used -> "http://127.0.0.1:1/");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, BROWSER=firefox --new-window:lynx, firefox --new-window",
    "Linux, DISPLAY=:0, xdg-open",
    "Linux, WAYLAND_DISPLAY=wayland-0, xdg-open",
    "Linux, SHELL=sh, ''",
    "Mac OS X, SHELL=zsh, open",
    "Windows 11, SHELL=cmd, 'rundll32 url.dll,FileProtocolHandler'",
  })
  void the_users_own_choice_comes_first(String system, String variable, String expected) {
    String[] parts = variable.split("=", 2);
    assertEquals(
        expected.isEmpty() ? Optional.empty() : Optional.of(Arrays.asList(expected.split(" "))),
        Browser.command(system, Map.of(parts[0], parts[1])));
  }

  private static List<Path> pages() throws Exception {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().matches("colight-\\d+\\.html"))
          .toList();
    }
  }
}
