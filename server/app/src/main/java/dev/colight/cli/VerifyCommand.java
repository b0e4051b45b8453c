package dev.colight.cli;

import dev.colight.execution.Language;
import dev.colight.lsp.view.Identities;
import dev.colight.lsp.view.Settings;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.Verification;
import dev.colight.workspace.Verification.Compared;
import dev.colight.workspace.Workspace;
import java.time.Duration;

/** Runs a document clean in two workers, and tells what differs. */
final class VerifyCommand {
  private static final int VERSION = 1;

  private final Language language;
  private final VerifyReport report;

  VerifyCommand(Language language, VerifyReport report) {
    this.language = language;
    this.report = report;
  }

  /**
   * Runs it; returns the exit code: 1 where a block shows something else, or does not end, else 0.
   */
  int run(SourceFile source) {
    try (Workspace workspace = new Workspace(language, event -> {})) {
      // An interrupt from the keyboard must leave no worker behind.
      Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "colight-stop"));
      workspace.setTimeLimit(Duration.ofSeconds(Settings.defaults().timeoutSeconds()));
      workspace.setEffectPolicy(EffectPolicy.RUN);
      workspace.open(source.uri(), VERSION, source.text());
      Verification outcome =
          workspace.verify(source.uri(), Duration.ZERO, Identities::without).join();
      if (outcome instanceof Compared compared) {
        report.print(compared);
        boolean same = compared.differences().isEmpty() && compared.unfinished().isEmpty();
        return same ? 0 : 1;
      }
      return 1;
    }
  }
}
