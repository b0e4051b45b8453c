package dev.colight.java.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.effects.GuardWeaver;
import dev.colight.java.effects.JdkClasses;
import dev.colight.worker.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Each rule of the second line makes the JDK that runs this ask before it does something. */
class GuardRulesTest {
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  /** In these they are native; those that call them ask. */
  private static final Set<String> NOT_IN_17 =
      unix("fchown", "fchmod", "fchmodat", "futimens", "utimensat");

  private static final Set<String> NOT_IN_25 = unix("utimes", "lutimes");

  /** Where the methods are. */
  private static final List<String> OPENED =
      List.of(
          "java.base/java.io",
          "java.base/java.lang",
          "java.base/java.net",
          "java.base/jdk.internal.misc",
          "java.base/jdk.internal.reflect",
          "java.base/sun.net.www.http",
          "java.base/sun.nio.ch",
          "java.base/sun.nio.fs",
          "java.prefs/java.util.prefs",
          "jdk.management/com.sun.management.internal");

  private static Set<String> unix(String... names) {
    return Arrays.stream(names)
        .map("sun.nio.fs.UnixNativeDispatcher "::concat)
        .collect(Collectors.toSet());
  }

  /** Methods of the JDK, in which it is to ask, as class, name and descriptor. */
  private static List<String> points() throws IOException {
    List<String> points = new ArrayList<>();
    try (JdkClasses classes = new JdkClasses(JDK)) {
      new GuardWeaver()
          .weave(classes)
          .forEach((name, file) -> new ClassReader(file).accept(new Askers(name, points), 0));
    }
    return points;
  }

  private static final class Askers extends ClassVisitor {
    private final String type;
    private final List<String> points;

    Askers(String type, List<String> points) {
      super(Opcodes.ASM9);
      this.type = type.replace('/', '.');
      this.points = points;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String types, boolean isInterface) {
          if (owner.equals(GuardWeaver.GUARD)) {
            points.add(type + " " + name + " " + descriptor);
          }
        }
      };
    }
  }

  @Test
  void each_method_that_they_name_asks_before_it_does_anything() throws Exception {
    List<String> points = points();
    assertTrue(points.size() > 40, points.toString());
    List<String> command = new ArrayList<>();
    command.add(JDK.resolve("bin").resolve("java").toString());
    command.add(Memory.OPTION);
    for (String opened : OPENED) {
      command.add("--add-opens=" + opened + "=ALL-UNNAMED");
    }
    command.addAll(GuardAgent.options(JDK));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(GuardedPoints.class.getName());
    command.addAll(points);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> answers =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertEquals(String.join("\n", points), String.join("\n", answers));
  }

  /** What a JDK does not have is passed over, so that no rule may be misspelt. */
  @Test
  void each_rule_names_a_method_of_this_jdk_or_one_that_others_are_known_to_have()
      throws Exception {
    Set<String> asked = new HashSet<>();
    points().forEach(point -> asked.add(point.substring(0, point.lastIndexOf(' '))));
    Set<String> missing = new TreeSet<>();
    try (var in = GuardWeaver.class.getResourceAsStream("guard.rules")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      for (String line : table.lines().toList()) {
        if (line.matches("\\w+\\..*")) {
          String[] words = line.replaceFirst("  (if|with) .*", "").split("\\s+");
          for (int i = 1; i < words.length; i++) {
            missing.add(words[0] + " " + words[i]);
          }
        }
      }
    }
    missing.removeAll(asked);
    missing.removeAll(Runtime.version().feature() < 21 ? NOT_IN_17 : NOT_IN_25);
    assertEquals(Set.of(), missing);
  }
}
