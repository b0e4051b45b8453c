package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFollowerTest {
  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

  private String next() throws InterruptedException {
    return String.valueOf(texts.poll(60, TimeUnit.SECONDS));
  }

  @Test
  void it_tells_what_editors_write_however_they_do_it(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.jsh");
    Path other = folder.resolve("a.jsh~");
    Files.writeString(file, "one");
    try (FileFollower follower = new FileFollower()) {
      assertEquals("one", follower.follow(file, texts::add));
      Files.writeString(file, "two, in place");
      assertEquals("two, in place", next());
      Files.writeString(other, "three, by renaming");
      Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      assertEquals("three, by renaming", next());
      Files.move(file, other);
      Files.writeString(file, "four, with the old one kept");
      assertEquals("four, with the old one kept", next());
      Files.delete(file);
      Files.writeString(file, "\uFEFFfive, come back");
      assertEquals("five, come back", next());
      Files.write(file, new byte[] {0, 1, 2});
      Files.writeString(other, "six, after what was no text");
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertEquals("six, after what was no text", next());
    }
  }

  @Test
  void it_follows_a_link_to_where_it_leads(@TempDir Path folder) throws Exception {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("a.jsh");
    Files.writeString(real, "one");
    Path link = Files.createSymbolicLink(folder.resolve("link.jsh"), real);
    try (FileFollower follower = new FileFollower()) {
      follower.follow(link, texts::add);
      Files.writeString(real, "two");
      assertEquals("two", next());
    }
  }

  @Test
  void a_file_that_it_follows_no_more_is_nobodys_business(@TempDir Path folder) throws Exception {
    Path left = folder.resolve("left.jsh");
    Path kept = folder.resolve("kept.jsh");
    Files.writeString(left, "one");
    Files.writeString(kept, "one");
    try (FileFollower follower = new FileFollower()) {
      follower.follow(left, texts::add);
      follower.follow(kept, texts::add);
      follower.unfollow(left);
      Files.writeString(left, "not told");
      Files.writeString(kept, "told");
      assertEquals("told", next());
    }
  }

  @Test
  void what_cannot_be_read_is_told_at_once(@TempDir Path folder) throws Exception {
    Path binary = Files.write(folder.resolve("b.jsh"), new byte[] {0});
    try (FileFollower follower = new FileFollower()) {
      for (Path wrong : new Path[] {folder, binary, folder.resolve("none.jsh")}) {
        assertThrows(UnreadableException.class, () -> follower.follow(wrong, texts::add));
      }
    }
  }
}
