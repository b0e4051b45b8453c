package dev.colight.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about every request before anything else looks at it. Browsers send a page's requests to
 * any address that the page names, other sites' pages included: so the address must be one of ours
 * (a name that somebody makes resolve to this machine is none), the page must be ours, and the
 * browser must have been let in.
 */
final class Gate {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

  private final List<String> hosts;
  private final List<String> origins;
  private final String cookieName;
  private final Access access;

  /** Creates a gate for a server on a port of this machine. */
  Gate(int port, Access access) {
    this.hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
    this.origins = hosts.stream().map(host -> "http://" + host).toList();
    this.cookieName = "colight-" + port;
    this.access = access;
  }

  /**
   * Returns why a request is refused, or nothing.
   *
   * @param route where it leads, or null for nowhere
   */
  Optional<Response> refuse(Request request, @Nullable Route route) {
    if (request.host() == null || !hosts.contains(request.host())) {
      return refusal(403, "This server is not what you think it is.");
    }
    boolean socket = route instanceof Route.Socket;
    boolean entrance = route instanceof Route.Entrance;
    if (request.origin() == null ? socket : !origins.contains(request.origin())) {
      return refusal(403, "Other sites are not let in.");
    }
    // Whoever comes with a token may come from anywhere: an editor's page, a chat.
    if (!entrance && request.fetchSite() != null && FOREIGN.contains(request.fetchSite())) {
      return refusal(403, "Other sites are not let in.");
    }
    boolean head = request.method().equals("HEAD");
    if (!READING.contains(request.method()) || (head && (socket || entrance))) {
      return Optional.of(
          Response.refusal(405, "There is nothing to be done but to read.")
              .with("Allow", socket || entrance ? "GET" : "GET, HEAD"));
    }
    if (!entrance && !hasSession(request)) {
      return refusal(401, "Open the address with the token that colight printed.");
    }
    return route == null ? Optional.of(Response.notFound()) : Optional.empty();
  }

  /** Exchanges a token for a session, and sends the browser to the page. */
  Response enter(Request request) {
    String token = request.parameter("token");
    Optional<String> session = token == null ? Optional.empty() : access.exchange(token);
    if (session.isEmpty()) {
      return Response.refusal(
          403, "This address was good for one use, and is not any more. Ask for another one.");
    }
    String uri = request.parameter("uri");
    return Response.entrance(uri == null ? "/" : "/?uri=" + Urls.encode(uri))
        .with(
            "Set-Cookie", cookieName + "=" + session.get() + "; HttpOnly; SameSite=Strict; Path=/");
  }

  private boolean hasSession(Request request) {
    return request.cookies(cookieName).stream().anyMatch(access::isSession);
  }

  private static Optional<Response> refusal(int status, String why) {
    return Optional.of(Response.refusal(status, why));
  }
}
