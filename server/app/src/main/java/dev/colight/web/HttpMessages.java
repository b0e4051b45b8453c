package dev.colight.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts requests and answers into and out of Netty's. */
final class HttpMessages {
  private static final String FETCH_SITE = "sec-fetch-site";

  private HttpMessages() {}

  static Request request(HttpRequest http) {
    String uri = http.uri();
    int mark = uri.indexOf('?');
    return new Request(
        http.method().name(),
        mark < 0 ? uri : uri.substring(0, mark),
        mark < 0 ? "" : uri.substring(mark + 1),
        one(http.headers(), HttpHeaderNames.HOST),
        one(http.headers(), HttpHeaderNames.ORIGIN),
        one(http.headers(), FETCH_SITE),
        one(http.headers(), HttpHeaderNames.COOKIE));
  }

  /** Returns a header; where it comes more than once, all of them, which are none that is known. */
  private static @Nullable String one(HttpHeaders headers, CharSequence name) {
    List<String> values = headers.getAll(name);
    return values.isEmpty() ? null : String.join("; ", values);
  }

  /** Sets the headers of an answer, those included that are the same for all. */
  static void headers(HttpHeaders headers, Response response) {
    headers
        .set(HttpHeaderNames.CONTENT_TYPE, response.type())
        .set("Content-Security-Policy", response.policy())
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Cross-Origin-Opener-Policy", "same-origin");
    response.headers().forEach(headers::set);
  }
}
