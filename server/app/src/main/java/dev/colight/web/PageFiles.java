package dev.colight.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page, which are in the jar. */
final class PageFiles {
  private static final String FOLDER = "/dev/colight/page/";
  private static final String ASSETS = "/assets/";

  /** A file name and nothing else: no folder, no dots at its start, nothing encoded. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  /** A name that the build gives to one content only. */
  private static final Pattern HASHED = Pattern.compile(".*-[A-Za-z0-9]{8,}\\.[a-z0-9.]+");

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "woff", "font/woff",
          "ttf", "font/ttf",
          "json", "application/json",
          "map", "application/json");

  private final Map<String, byte[]> loaded = new ConcurrentHashMap<>();

  /** Answers with the page itself. */
  Response index(Request request) {
    byte[] page = load("index.html");
    return page == null
        ? Response.notFound()
        : Response.of(
            "text/html; charset=utf-8", page, Policies.page(String.valueOf(request.host())));
  }

  /** Answers with a file of the page. */
  Response asset(Request request) {
    String name = request.path().substring(ASSETS.length());
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    byte[] content = NAME.matcher(name).matches() ? load("assets/" + name) : null;
    return type == null || content == null
        ? Response.notFound()
        : Response.of(type, content, Policies.INERT)
            .with(
                "Cache-Control",
                HASHED.matcher(name).matches()
                    ? "private, max-age=31536000, immutable"
                    : "no-cache");
  }

  private byte @Nullable [] load(String name) {
    byte[] content = loaded.get(name);
    if (content == null) {
      try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
        if (in == null) {
          return null;
        }
        content = in.readAllBytes();
        loaded.put(name, content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return content;
  }
}
