package dev.colight.protocol;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One form of an output. On the wire: the text itself, or {@code {"url": …, "size": …}}.
 *
 * @param text the form itself, base64 where its type is binary; null where it goes by URL
 * @param url where to load it, relative to the page; null where it is here
 * @param size bytes to load from the URL, else 0
 */
@JsonAdapter(Payload.Adapter.class)
public record Payload(@Nullable String text, @Nullable String url, long size) {
  /** A form that is sent along. */
  public static Payload of(String text) {
    return new Payload(text, null, 0);
  }

  /** A form that is to be loaded. */
  public static Payload at(String url, long size) {
    return new Payload(null, url, size);
  }

  /** Returns the form itself, which must be here. */
  public String present() {
    return Objects.requireNonNull(text);
  }

  static final class Adapter extends TypeAdapter<Payload> {
    @Override
    public void write(JsonWriter out, @Nullable Payload payload) throws IOException {
      if (payload == null) {
        out.nullValue();
      } else if (payload.url == null) {
        out.value(payload.text);
      } else {
        out.beginObject().name("url").value(payload.url).name("size").value(payload.size);
        out.endObject();
      }
    }

    @Override
    public @Nullable Payload read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return null;
      }
      if (in.peek() != JsonToken.BEGIN_OBJECT) {
        return of(in.nextString());
      }
      String url = "";
      long size = 0;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "url" -> url = in.nextString();
          case "size" -> size = in.nextLong();
          default -> in.skipValue();
        }
      }
      in.endObject();
      return at(url, size);
    }
  }
}
