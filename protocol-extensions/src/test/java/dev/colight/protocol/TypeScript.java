package dev.colight.protocol;

import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/** Writes the records of this package as types of TypeScript, for clients written in it. */
final class TypeScript {
  private static final String HEAD =
      """
      // Generated from the records of protocol-extensions; a test fails when the two differ.
      // To write it anew: mvn -pl protocol-extensions test -Dtest=TypeScriptTest -Dcolight.golden=write

      export interface Position {
        line: number;
        character: number;
      }

      export interface Range {
        start: Position;
        end: Position;
      }

      /** One form of an output: itself, or where to load it. */
      export type Payload = string | { url: string; size: number };
      """;

  /** Types that are not written by the rules, as their adapters are not. */
  private static final Set<Class<?>> BY_HAND = Set.of(Payload.class);

  private static final Map<Class<?>, String> SIMPLE =
      Map.of(
          String.class, "string",
          int.class, "number",
          long.class, "number",
          double.class, "number",
          Integer.class, "number",
          Long.class, "number",
          boolean.class, "boolean",
          Boolean.class, "boolean",
          Position.class, "Position",
          Range.class, "Range");

  private TypeScript() {}

  /** Returns the whole file. */
  static String file() {
    StringBuilder file = new StringBuilder(HEAD);
    List<Class<?>> types = types();
    types.stream().filter(Class::isEnum).forEach(type -> file.append('\n').append(union(type)));
    types.stream().filter(Class::isRecord).forEach(type -> file.append('\n').append(record(type)));
    return file.append('\n').append(methods()).toString();
  }

  private static String union(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> '"' + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT) + '"')
        .collect(Collectors.joining(" | ", "export type " + name(type) + " = ", ";\n"));
  }

  private static String record(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(TypeScript::member)
        .collect(Collectors.joining("", "export interface " + name(type) + " {\n", "}\n"));
  }

  private static String member(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    String optional = type.isAnnotationPresent(Nullable.class) ? "?" : "";
    return "  " + name(component) + optional + ": " + type(component.getGenericType()) + ";\n";
  }

  /** A type in another one is named after both. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return (outer == null ? "" : name(outer)) + type.getSimpleName();
  }

  private static String name(RecordComponent component) {
    try {
      Field field = component.getDeclaringRecord().getDeclaredField(component.getName());
      SerializedName other = field.getAnnotation(SerializedName.class);
      return other == null ? component.getName() : other.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String type(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return type(arguments[0]) + "[]";
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return "Record<string, " + type(arguments[1]) + ">";
      }
    } else if (type instanceof Class<?> raw) {
      String simple = SIMPLE.get(raw);
      if (simple != null) {
        return simple;
      }
      if (raw.getPackage() == TypeScript.class.getPackage()) {
        return name(raw);
      }
    }
    throw new IllegalArgumentException("no TypeScript for " + type);
  }

  private static String methods() {
    return Stream.of(Protocol.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> value(field).startsWith(Protocol.SECTION + "/"))
        .map(field -> "  " + field.getName() + ": \"" + value(field) + "\",\n")
        .collect(
            Collectors.joining(
                "",
                "export const PROTOCOL_VERSION = "
                    + Protocol.VERSION
                    + ";\n\n/** The methods by their names in Java. */\nexport const METHODS = {\n",
                "} as const;\n"));
  }

  private static String value(Field constant) {
    try {
      return String.valueOf(constant.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> types() {
    try {
      Path root =
          Path.of(Protocol.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.list(root.resolve("dev/colight/protocol"))) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".class"))
            .filter(name -> !name.equals("package-info.class"))
            .sorted()
            .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
            .filter(type -> !BY_HAND.contains(type))
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(TypeScript.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
