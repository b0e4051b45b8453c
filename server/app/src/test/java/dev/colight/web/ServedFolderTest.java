package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.protocol.FilesResult;
import dev.colight.protocol.ServedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedFolderTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path root;

  @BeforeEach
  void fill() throws IOException {
    root = Files.createDirectory(folder.toRealPath().resolve("root"));
    for (String name :
        List.of(
            "a.jsh",
            "deep/er/b c.jsh",
            "deep/notes.txt",
            ".hidden.jsh",
            ".git/c.jsh",
            "node_modules/d.jsh",
            "deep/target/e.jsh",
            "../outside/secret.jsh")) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "int a = 1;");
    }
    Files.writeString(root.resolve("Part.java"), "class Part { void main(int a) {} }");
    Files.writeString(root.resolve("Program.java"), "void main() {}");
    Files.writeString(root.resolve("deep/Live.java"), "// | live\nclass Live {}");
    Files.createSymbolicLink(root.resolve("inside.jsh"), root.resolve("a.jsh"));
    Files.createSymbolicLink(root.resolve("shown.jsh"), root.resolve(".hidden.jsh"));
    Files.createSymbolicLink(root.resolve("leak.jsh"), folder.resolve("outside/secret.jsh"));
    Files.createSymbolicLink(root.resolve("leak"), folder.resolve("outside"));
    Files.createSymbolicLink(root.resolve("loop"), root);
    Files.createSymbolicLink(root.resolve("dangling.jsh"), root.resolve("nothing"));
    Files.createDirectory(root.resolve("folder.jsh"));
  }

  @Test
  void it_lists_the_documents_that_it_gives_and_gives_those_that_it_lists() throws IOException {
    ServedFolder served = new ServedFolder(root);
    FilesResult found = served.list();
    assertEquals(
        List.of("Program.java", "a.jsh", "deep/Live.java", "deep/er/b c.jsh", "inside.jsh"),
        found.files().stream().map(ServedFile::path).toList());
    assertEquals(root.toString(), found.root());
    for (ServedFile file : found.files()) {
      assertEquals(Optional.of(root.resolve(file.path())), served.find(file.uri()));
    }
  }

  @Test
  void nothing_else_is_given_by_whatever_name() throws IOException {
    ServedFolder served = new ServedFolder(root);
    String base = root.toUri().toString();
    for (String uri :
        List.of(
            base + "../outside/secret.jsh",
            base + "%2e%2e/outside/secret.jsh",
            base + "deep/../a.jsh",
            base + "./a.jsh",
            base + "/a.jsh",
            base + "a.jsh?x",
            base + "a.jsh#x",
            base + "%61.jsh",
            base + "a.jsh%00",
            base + "a.jsh/",
            base + "..\\outside\\secret.jsh",
            base + "leak.jsh",
            base + "shown.jsh",
            base + "leak/secret.jsh",
            base + "loop/../../outside/secret.jsh",
            base + "dangling.jsh",
            base + "folder.jsh",
            base + "deep/notes.txt",
            base + ".hidden.jsh",
            base + ".git/c.jsh",
            base + "node_modules/d.jsh",
            base + "none.jsh",
            folder.resolve("outside/secret.jsh").toUri().toString(),
            base.replace("file:", "FILE:") + "a.jsh",
            base.replace("file:///", "file://evil/") + "a.jsh",
            "http://evil/a.jsh",
            "a.jsh",
            "/etc/passwd",
            "file:///etc/passwd",
            "%",
            "")) {
      assertEquals(Optional.empty(), served.find(uri), uri);
    }
  }

  @Test
  void of_too_many_it_lists_some_and_says_so() throws IOException {
    FilesResult found = new ServedFolder(root, 2).list();
    assertEquals(2, found.files().size());
    assertTrue(found.truncated());
  }
}
