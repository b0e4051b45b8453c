package dev.colight.cli;

import dev.colight.execution.Language;
import dev.colight.lsp.DocumentTrust;
import dev.colight.web.LivePages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Serves pages to a browser until it is interrupted. */
final class ServeCommand {
  private final Language language;
  private final DocumentTrust trust;
  private final Pages pages;
  private final PrintStream out;

  /** Begins to serve a file or a folder. */
  interface Pages {
    LivePages of(Language language, DocumentTrust trust, String version, Path what, int port)
        throws IOException;
  }

  ServeCommand(Language language, DocumentTrust trust, Pages pages, PrintStream out) {
    this.trust = trust;
    this.language = language;
    this.pages = pages;
    this.out = out;
  }

  /** Serves, and says where. */
  int serve(Path what, int port, boolean browser) {
    try (LivePages served = pages.of(language, trust, Usage.version(), what, port)) {
      // An interrupt from the keyboard must leave no worker behind.
      Runtime.getRuntime().addShutdownHook(new Thread(served::close, "colight-stop"));
      out.println(served.url());
      out.flush();
      if (browser) {
        // The printed address stays good for another one.
        Browser.ofSystem().ifPresent(found -> found.open(served::url));
      }
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
