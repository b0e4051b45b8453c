package dev.colight.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request, as far as anything is decided by it. A header that came more than once counts as one
 * that fits nothing.
 *
 * @param path as it was sent: nothing in it is decoded, as no path of ours needs that
 * @param query what follows the question mark, or an empty text
 * @param fetchSite where the browser says that the request comes from
 */
record Request(
    String method,
    String path,
    String query,
    @Nullable String host,
    @Nullable String origin,
    @Nullable String fetchSite,
    @Nullable String cookies) {

  /** Returns the value of a parameter of the query, or null. */
  @Nullable String parameter(String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        try {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
          return null;
        }
      }
    }
    return null;
  }

  /**
   * Returns the values of the cookies of a name: a browser sends all that it was given for any part
   * of the path, by whatever server of this machine.
   */
  List<String> cookies(String name) {
    return Stream.of(cookies == null ? new String[0] : cookies.split(";"))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .toList();
  }
}
