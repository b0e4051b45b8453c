package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.web.RawHttp.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks every route that there is; the routes are asked for, so that a new one is attacked too.
 */
class RouteSecurityTest {
  @SuppressWarnings("NullAway.Init")
  private static ServerFixture fixture;

  @BeforeAll
  static void start() throws IOException {
    fixture = new ServerFixture();
  }

  @AfterAll
  static void stop() throws Exception {
    fixture.close();
  }

  static List<Route> routes() {
    return fixture.server.table();
  }

  /** Returns a path of a route behind which there is something. */
  private static String path(Route route) {
    String path = route.path();
    if (path.equals("/assets/*")) {
      return "/assets/app-0123abcd.js";
    } else if (path.equals("/payload/*")) {
      return fixture.link("text/plain", "secret");
    } else if (path.equals("/frame/*")) {
      return fixture.link("text/html", "<b>secret</b>");
    }
    return path.replace("*", "x");
  }

  private static Answer send(String method, String path, String... headers) throws IOException {
    return RawHttp.send(fixture.port(), method + " " + path + " HTTP/1.1", List.of(headers));
  }

  private static String host() {
    return "Host: " + fixture.host();
  }

  private static String origin() {
    return "Origin: http://" + fixture.host();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void who_was_let_in_gets_through(Route route) throws IOException {
    Answer answer = send("GET", path(route), host(), origin(), fixture.cookie());
    int expected =
        route instanceof Route.Entrance ? 403 : route instanceof Route.Socket ? 426 : 200;
    assertEquals(expected, answer.status(), answer.toString());
    String local = "Host: localhost:" + fixture.port();
    assertEquals(expected, send("GET", path(route), local, origin(), fixture.cookie()).status());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void nobody_gets_in_without_a_session(Route route) throws IOException {
    int expected = route instanceof Route.Entrance ? 403 : 401;
    String name = "Cookie: colight-" + fixture.port() + "=";
    String good = fixture.cookie().substring(name.length());
    List<String> cookies =
        List.of(
            "X-Nothing: at all",
            name,
            name + "x",
            name + good + "x",
            name + good.substring(1),
            name + fixture.access.newToken(),
            "Cookie: colight-1=" + good,
            "Cookie: other=" + good);
    for (String cookie : cookies) {
      refused(expected, send("GET", path(route), host(), origin(), cookie));
    }
  }

  @Test
  void another_cookie_of_the_same_name_keeps_nobody_out() throws IOException {
    String good = fixture.cookie();
    String name = good.substring(0, good.indexOf('=') + 1);
    String other = name + "x; " + good.substring("Cookie: ".length());
    assertEquals(200, send("GET", "/", host(), other).status());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_token_is_good_once(Route route) throws IOException {
    String token = fixture.access.newToken();
    assertEquals(200, send("GET", "/open?token=" + token, host()).status());
    int expected = route instanceof Route.Entrance ? 403 : 401;
    refused(expected, send("GET", path(route) + "?token=" + token, host(), origin()));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void another_host_is_none_of_ours(Route route) throws IOException {
    String path = path(route) + "?token=" + fixture.access.newToken();
    int port = fixture.port();
    List<String> hosts =
        List.of(
            "Host: evil.example",
            "Host: evil.example:" + port,
            "Host: 127.0.0.1",
            "Host: 127.0.0.1:1",
            "Host: 127.0.0.1.evil.example:" + port,
            "Host: [::1]:" + port,
            "Host: 0.0.0.0:" + port,
            "Host: ",
            "X-Host: missing",
            host() + "\r\nHost: evil.example");
    for (String host : hosts) {
      refused(403, send("GET", path, host, origin(), fixture.cookie()));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void pages_of_other_sites_are_not_let_in(Route route) throws IOException {
    String path = path(route) + "?token=" + fixture.access.newToken();
    List<String> origins =
        List.of(
            "Origin: http://evil.example",
            "Origin: https://" + fixture.host(),
            "Origin: http://127.0.0.1",
            "Origin: http://127.0.0.1:1",
            "Origin: http://" + fixture.host() + ".evil.example",
            "Origin: null",
            "Origin: ",
            origin() + "\r\nOrigin: http://evil.example");
    for (String origin : origins) {
      refused(403, send("GET", path, host(), origin, fixture.cookie()));
    }
    if (!(route instanceof Route.Entrance)) {
      for (String site : List.of("cross-site", "same-site")) {
        refused(
            403, send("GET", path, host(), origin(), fixture.cookie(), "Sec-Fetch-Site: " + site));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void there_is_nothing_to_be_done_but_to_read(Route route) throws IOException {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT")) {
      refused(405, send(method, path(route), host(), origin(), fixture.cookie()));
    }
    int head = send("HEAD", path(route), host(), origin(), fixture.cookie()).status();
    assertEquals(route instanceof Route.Content ? 200 : 405, head);
  }

  @Test
  void the_socket_asks_for_an_origin() throws IOException {
    String[] handshake = {
      host(),
      fixture.cookie(),
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };
    refused(403, send("GET", "/ws", handshake));
  }

  @Test
  void asking_for_the_headers_uses_up_no_token() throws IOException {
    String token = fixture.access.newToken();
    assertEquals(405, send("HEAD", "/open?token=" + token, host()).status());
    assertEquals(200, send("GET", "/open?token=" + token, host()).status());
  }

  @Test
  void the_entrance_sets_a_cookie_that_no_script_reads_and_leads_to_the_page() throws IOException {
    String token = fixture.access.newToken();
    Answer answer =
        send("GET", "/open?token=" + token + "&uri=file%3A%2F%2F%2Fa%20b%0D%0AX", host());
    assertTrue(
        answer.body().contains("content=\"0;url=/?uri=file%3A%2F%2F%2Fa%20b%0D%0AX\""),
        answer.body());
    assertEquals(
        "default-src 'none'; frame-ancestors 'none'", answer.header("content-security-policy"));
    String cookie = answer.header("set-cookie");
    assertTrue(
        cookie.matches("colight-\\d+=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/"), cookie);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../index.html",
        "/assets/index.html",
        "/assets/export.html",
        "/assets/%2e%2e/index.html",
        "/assets/..%2findex.html",
        "/assets/%252e%252e%252findex.html",
        "/assets/..\\index.html",
        "/assets//etc/passwd",
        "/assets/./plain.js",
        "/assets/plain.js%00.css",
        "/assets/plain%2ejs",
        "/assets/sub/plain.js",
        "/assets/.hidden.js",
        "/assets/",
        "/assets",
        "//assets/plain.js",
        "/payload/../open",
        "/payload/",
        "/frame/",
        "/index.html",
        "/../../etc/passwd",
        "http://127.0.0.1/",
        "*"
      })
  void no_detour_leads_anywhere(String path) throws IOException {
    refused(404, send("GET", path, host(), fixture.cookie()));
  }

  @Test
  void only_names_that_are_made_of_the_content_are_kept_for_long() throws IOException {
    assertTrue(
        fixture.get("/assets/app-0123abcd.js").header("cache-control").contains("immutable"));
    assertEquals("no-cache", fixture.get("/assets/plain.js").header("cache-control"));
    assertEquals("no-store", fixture.get("/").header("cache-control"));
  }

  @Test
  void the_page_runs_no_script_but_its_own_files() throws IOException {
    String policy = fixture.get("/").header("content-security-policy");
    assertTrue(policy.contains("default-src 'none'; script-src 'self';"), policy);
    assertFalse(policy.contains("unsafe-eval"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertTrue(policy.contains("connect-src 'self' ws://" + fixture.host() + ";"), policy);
  }

  @Test
  void what_a_document_shows_never_has_the_origin_of_the_page() throws IOException {
    List<String> types = new ArrayList<>(List.of("text/html", "image/svg+xml", "text/javascript"));
    types.addAll(List.of("application/xhtml+xml", "text/xml", "x\r\nSet-Cookie: a=b", "image/png"));
    for (String type : types) {
      String url = fixture.link(type, "<script>alert(1)</script>");
      Answer answer = fixture.get(url);
      assertEquals(200, answer.status(), type);
      String policy = answer.header("content-security-policy");
      assertTrue(policy.contains("sandbox"), policy);
      assertFalse(policy.contains("allow-same-origin"), policy);
      assertEquals("nosniff", answer.header("x-content-type-options"));
      assertFalse(answer.header("content-type").contains("javascript"));
      assertEquals("", answer.header("set-cookie"));
      // A frame has an address of its own, and that of a payload is not one.
      String hash = url.substring(url.lastIndexOf('/') + 1);
      assertEquals(url.startsWith("/frame/") ? 200 : 404, fixture.get("/frame/" + hash).status());
    }
  }

  @Test
  void a_frame_may_run_scripts_that_reach_nothing_on_this_machine() throws IOException {
    String url = fixture.link("text/html", "<p>hello</p>");
    Answer answer = fixture.get(url);
    String policy = answer.header("content-security-policy");
    assertTrue(
        policy.startsWith(
            "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox;"
                + " default-src 'none';"),
        policy);
    assertFalse(policy.contains("http:"), policy);
    assertFalse(policy.contains("ws:"), policy);
    assertTrue(policy.contains("frame-ancestors 'self'"), policy);
    assertTrue(answer.body().contains("<p>hello</p>"));
    assertTrue(answer.body().contains("colight: \"height\""));
  }

  private static void refused(int status, Answer answer) {
    assertEquals(status, answer.status(), answer.toString());
    assertNotEquals(200, answer.status());
    assertFalse(answer.body().contains("secret"), answer.toString());
    assertEquals("", answer.header("set-cookie"));
    assertEquals("nosniff", answer.header("x-content-type-options"));
    assertEquals("no-referrer", answer.header("referrer-policy"));
    assertEquals("same-origin", answer.header("cross-origin-resource-policy"));
    assertEquals("same-origin", answer.header("cross-origin-opener-policy"));
    assertTrue(answer.header("content-security-policy").contains("default-src 'none'"));
  }
}
