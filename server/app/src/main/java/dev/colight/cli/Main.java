package dev.colight.cli;

import dev.colight.java.JavaLanguage;
import dev.colight.lsp.DocumentTrust;
import dev.colight.lsp.LanguageServerProcess;
import dev.colight.trust.Grants;
import dev.colight.trust.Place;
import dev.colight.trust.Trust;
import dev.colight.trust.TrustStore;
import dev.colight.web.LivePages;
import dev.colight.web.WebPreviews;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts what the command line asks for. */
public final class Main {
  private static final int OUTPUT_BUFFER = 1 << 16;

  /** Set by the launcher: whether stdout is a terminal, which Java 17 cannot tell. */
  private static final String TERMINAL = "colight.terminal";

  private final List<String> classPath;

  private Main(List<String> classPath) {
    this.classPath = classPath;
  }

  /** Parses the command line, does what it says, and exits with 0, 1 (failed) or 2 (bad usage). */
  public static void main(String[] args) {
    OutputStream stdout = new FileOutputStream(FileDescriptor.out);
    // Whatever writes to System.out from here on must not end up amid the protocol or the results.
    System.setOut(System.err);
    Logs.toStderr();
    System.exit(run(List.of(args), stdout));
  }

  private static int run(List<String> args, OutputStream stdout) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(stdout, OUTPUT_BUFFER), false, StandardCharsets.UTF_8);
    try {
      ClassPathOption option = ClassPathOption.of(args);
      return new Main(option.entries()).run(Arguments.parse(option.rest()), out, stdout);
    } catch (UsageException e) {
      System.err.println("colight: " + e.getMessage());
      return 2;
    } finally {
      out.flush();
    }
  }

  private int run(Arguments arguments, PrintStream out, OutputStream stdout) {
    if (arguments instanceof Arguments.Help) {
      out.print(Usage.text());
    } else if (arguments instanceof Arguments.ShowVersion) {
      out.println(Usage.version());
    } else if (arguments instanceof Arguments.Lsp lsp) {
      return lsp(lsp.trust(), new FileInputStream(FileDescriptor.in), stdout);
    } else if (arguments instanceof Arguments.LspSocket socket) {
      return new SocketCommand(out, (in, to) -> lsp(socket.trust(), in, to))
          .serve(socket.port(), socket.tokenFile());
    } else if (arguments instanceof Arguments.Run run) {
      return run(run, out);
    } else if (arguments instanceof Arguments.Deps deps) {
      return deps(deps, out);
    } else if (arguments instanceof Arguments.Verify verify) {
      return verify(verify, out);
    } else if (arguments instanceof Arguments.Open open) {
      SourceFile.read(open.file()); // says what is wrong with it, if anything is
      // Who names a document to have it shown live has asked to run it, as with 'run'.
      Grants named = Grants.NONE.withDocument(Place.of(open.file()));
      return serve(LivePages::ofFile, named, open.file(), open.port(), open.browser(), out);
    } else if (arguments instanceof Arguments.Trust trust) {
      return new TrustCommand(TrustStore.ofUser(), out).run(trust);
    } else if (arguments instanceof Arguments.Export export) {
      return export(export, out);
    } else if (arguments instanceof Arguments.Serve serve) {
      if (!Files.isDirectory(serve.folder())) {
        throw new UsageException(serve.folder() + " is not a directory");
      }
      return serve(serve, out);
    }
    return 0;
  }

  private int lsp(boolean trustAll, InputStream in, OutputStream out) {
    DocumentTrust trust =
        trustAll ? DocumentTrust.ofAll() : DocumentTrust.of(TrustStore.ofUser(), Grants.NONE);
    try (JavaLanguage language = language(trust)) {
      if (trust.trustsAnything()) {
        // Beside the start of the server, which takes as long: most clients have a document open.
        language.warmUp();
      }
      return LanguageServerProcess.serve(
          language, trust, WebPreviews.of(Usage.version()), Usage.version(), in, out);
    }
  }

  private int run(Arguments.Run run, PrintStream out) {
    SourceFile source = SourceFile.read(run.file());
    Report report = run.json() ? new JsonReport(out) : new TextReport(out, style());
    try (JavaLanguage language = language(run.arguments())) {
      return new RunCommand(language, report).run(source);
    }
  }

  private int deps(Arguments.Deps deps, PrintStream out) {
    SourceFile source = SourceFile.read(deps.file());
    try (JavaLanguage language = language()) {
      return new DepsCommand(
              language,
              document -> new DepsReport(out, style(), source.name(), document).print(deps))
          .run(source);
    }
  }

  private int verify(Arguments.Verify verify, PrintStream out) {
    SourceFile source = SourceFile.read(verify.file());
    try (JavaLanguage language = language()) {
      return new VerifyCommand(language, new VerifyReport(out, style())).run(source);
    }
  }

  private int export(Arguments.Export export, PrintStream out) {
    SourceFile source = SourceFile.read(export.file());
    try (JavaLanguage language = language()) {
      Report report = new ExportReport(export.format(), export.output(), out);
      return new RunCommand(language, report).run(source);
    }
  }

  private int serve(Arguments.Serve serve, PrintStream out) {
    Grants named = serve.trust() ? Grants.NONE.withFolder(serve.folder()) : Grants.NONE;
    Place any = Place.of(serve.folder().resolve("any"));
    if (!named.cover(any) && !TrustStore.ofUser().read().cover(any)) {
      System.err.println(
          "colight: documents here do not run before you trust them, in the page, by --trust or by"
              + " 'colight trust add "
              + serve.folder()
              + "'");
    }
    return serve(LivePages::ofFolder, named, serve.folder(), serve.port(), serve.browser(), out);
  }

  /**
   * Serves pages.
   *
   * @param named what the command line itself lets run, as long as this process runs
   */
  private int serve(
      ServeCommand.Pages pages,
      Grants named,
      Path what,
      int port,
      boolean browser,
      PrintStream out) {
    DocumentTrust trust = DocumentTrust.of(TrustStore.ofUser(), named);
    try (JavaLanguage language = language(trust)) {
      if (!named.equals(Grants.NONE)) {
        language.warmUp();
      }
      return new ServeCommand(language, trust, pages, out).serve(what, port, browser);
    }
  }

  private static Style style() {
    return Style.of(Boolean.getBoolean(TERMINAL), System.getenv());
  }

  /** Starts Java, with more on its class path, for what somebody has asked to run. */
  private JavaLanguage language() {
    return language(List.of());
  }

  private JavaLanguage language(List<String> arguments) {
    JavaLanguage language =
        language(JavaLanguage.Options.defaults().with(Trust.ALL).calledWith(arguments));
    language.warmUp();
    return language;
  }

  private JavaLanguage language(Trust trust) {
    return language(JavaLanguage.Options.defaults().with(trust));
  }

  private JavaLanguage language(JavaLanguage.Options options) {
    JavaLanguage language = new JavaLanguage(options);
    language.setLibraries(classPath, List.of());
    return language;
  }
}
