package dev.colight.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.annotations.JsonAdapter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for those who write a client leaves nothing out. */
class ProtocolPageTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/colight/protocol");
  private static final Path PAGE = Path.of("../docs/protocol.md");

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  private static List<Class<?>> types() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (!name.equals("package-info")) {
          Class<?> type = Class.forName(ProtocolPageTest.class.getPackageName() + "." + name);
          types.add(type);
          types.addAll(List.of(type.getDeclaredClasses()));
        }
      }
    }
    return types;
  }

  @Test
  void it_names_every_message() throws Exception {
    int messages = 0;
    for (Field field : Protocol.class.getFields()) {
      if (field.get(null) instanceof String name && name.startsWith(Protocol.SECTION + "/")) {
        messages++;
        assertTrue(page().contains("`" + name + "`"), name);
      }
    }
    assertTrue(messages > 15);
  }

  @Test
  void it_names_every_field() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Class<?> type : types()) {
      // What has a notation of its own is described by it.
      if (type.isRecord() && !type.isAnnotationPresent(JsonAdapter.class)) {
        for (RecordComponent component : type.getRecordComponents()) {
          if (!page().contains("`" + component.getName() + "`")) {
            missing.add(type.getSimpleName() + "." + component.getName());
          }
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void it_names_every_state_and_status() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Class<?> type : types()) {
      if (type.isEnum()) {
        for (Object constant : type.getEnumConstants()) {
          String name = constant.toString().toLowerCase(Locale.ROOT);
          if (!page().contains("`" + name + "`")) {
            missing.add(type.getSimpleName() + "." + name);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
  }
}
