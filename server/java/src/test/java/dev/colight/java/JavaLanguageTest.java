package dev.colight.java;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colight.workspace.Workspace;
import org.junit.jupiter.api.Test;

class JavaLanguageTest {
  private static final JavaLanguage.Options OPTIONS = JavaLanguage.Options.defaults();

  @Test
  void one_workspace_at_a_time_uses_it_as_each_drops_code_that_its_own_documents_do_not_need() {
    try (JavaLanguage language = new JavaLanguage(OPTIONS)) {
      Workspace first = new Workspace(language, event -> {});
      assertThrows(IllegalStateException.class, () -> new Workspace(language, event -> {}));
      first.close();
      Workspace second = new Workspace(language, event -> {});
      first.close();
      assertThrows(IllegalStateException.class, () -> new Workspace(language, event -> {}));
      second.close();
    }
  }
}
