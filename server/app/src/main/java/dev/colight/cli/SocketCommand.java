package dev.colight.cli;

import dev.colight.lsp.socket.SocketServer;
import dev.colight.lsp.socket.TokenFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** Serves editors that connect to a port, until it is interrupted. */
final class SocketCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PrintStream out;
  private final SocketServer.Session session;

  SocketCommand(PrintStream out, SocketServer.Session session) {
    this.out = out;
    this.session = session;
  }

  int serve(int port, Path tokenFile) {
    try (SocketServer server =
        new SocketServer(port, TokenFile.token(tokenFile), PATIENCE, session)) {
      out.println("listening on 127.0.0.1:" + server.port() + "; the token is in " + tokenFile);
      out.flush();
      server.serve();
      return 0;
    } catch (IOException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
