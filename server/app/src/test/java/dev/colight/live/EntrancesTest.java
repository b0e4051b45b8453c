package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way into the processes of a server, as the system knows them, and what they tell others.
 * Who may come in by each is tested where it is: the web's in {@code RouteSecurityTest}, the
 * worker's in {@code DoorkeeperTest}, the editor's in {@code SocketServerTest}.
 */
class EntrancesTest {
  private static final String URI_A = "file:///tmp/a.jsh";

  /** Any of the random texts that let somebody in: these are 256 bits. */
  private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}|[A-Za-z0-9_-]{43}(?![\\w-])");

  private static final String LISTENING = "0A";
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path folder;

  private Path temporary = Path.of("");

  /** Starts a server whose temporary files are in a folder of their own. */
  private ServerProcess server() throws Exception {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    ServerProcess server = new ServerProcess(logs, environment, "--trust");
    server.session.open(URI_A, "6 * 7");
    server.session.awaitRunEnd(URI_A);
    return server;
  }

  private static URI preview(ServerProcess server) throws InterruptedException {
    return URI.create(
        server
            .session
            .rpc
            .request("colight/preview", LspSession.json("{'uri': '" + URI_A + "'}"))
            .getAsJsonObject()
            .get("url")
            .getAsString());
  }

  private static List<ProcessHandle> all(ServerProcess server) {
    List<ProcessHandle> all = new ArrayList<>(server.workers());
    all.add(server.handle());
    return all;
  }

  /** Returns the addresses at which processes listen, in the notation of the kernel. */
  private static Set<String> listeners(List<ProcessHandle> processes) throws IOException {
    Set<String> own = new TreeSet<>();
    for (ProcessHandle process : processes) {
      own.addAll(ServerProcess.sockets(process.pid()));
    }
    Set<String> addresses = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        String[] columns = line.strip().split("\\s+");
        boolean listens = columns[3].equals(LISTENING) || table.startsWith("udp");
        if (listens && own.contains("socket:[" + columns[ServerProcess.INODE] + "]")) {
          addresses.add(columns[1]);
        }
      }
    }
    return addresses;
  }

  @Test
  void nothing_listens_but_the_page_once_it_is_asked_for_and_that_on_this_machine_alone()
      throws Exception {
    try (ServerProcess server = server()) {
      assertFalse(server.workers().isEmpty());
      assertEquals(Set.of(), listeners(all(server)), "workers have called back: nobody else may");
      int port = preview(server).getPort();
      Set<String> addresses = listeners(all(server));
      assertEquals(1, addresses.size(), addresses.toString());
      String only = addresses.iterator().next();
      assertTrue(only.startsWith("0100007F:") || only.contains("FFFF00000100007F:"), only);
      assertTrue(only.endsWith(String.format(":%04X", port)), only);
    }
  }

  @Test
  void what_lets_somebody_in_is_in_no_list_of_processes_log_or_file() throws Exception {
    try (ServerProcess server = server()) {
      String token = preview(server).toString();
      for (ProcessHandle process : all(server)) {
        for (String list : List.of("cmdline", "environ")) {
          String shown =
              new String(
                  Files.readAllBytes(Path.of("/proc", process.pid() + "", list)),
                  StandardCharsets.UTF_8);
          assertEquals(List.of(), secrets(shown), list + " of " + process.info().command());
        }
      }
      assertTrue(SECRET.matcher(token).find(), "it would be seen: " + token);
      assertEquals(List.of(), secrets(server.log()));
      try (Stream<Path> files = Files.walk(temporary)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertEquals(
              Set.of(),
              Files.getPosixFilePermissions(file).stream()
                  .filter(OTHERS::contains)
                  .collect(Collectors.toSet()),
              file.toString());
        }
      }
    }
  }

  private static List<String> secrets(String text) {
    return SECRET.matcher(text).results().map(found -> found.group()).toList();
  }
}
