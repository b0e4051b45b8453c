package dev.colight.protocol;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes enum constants by their names in lower case, and reads an unknown name as null. It is
 * named on each field, since LSP4J's own adapter, which writes numbers, goes before one named on
 * the enum.
 */
final class LowerCaseEnums implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Map<String, T> byName = new HashMap<>();
    @SuppressWarnings("unchecked")
    Class<T> raw = (Class<T>) type.getRawType();
    T[] constants = raw.getEnumConstants();
    if (constants == null) {
      return null;
    }
    for (T constant : constants) {
      byName.put(wireName(constant), constant);
    }
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, @Nullable T value) throws IOException {
        out.value(value == null ? null : wireName(value));
      }

      @Override
      public @Nullable T read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
          in.nextNull();
          return null;
        }
        return byName.get(in.nextString());
      }
    };
  }

  private static String wireName(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
