package dev.colight.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Java files belong to other servers, but for those that say they are live. */
class JavaFilesTest {
  private static final String FILE = "file:///A.java";
  private static final String TEXT = "class A {}";
  private static final String LIVE = "// | live\nclass A {}";

  private final LspHarness lsp;

  JavaFilesTest() throws IOException {
    lsp = new LspHarness();
  }

  @BeforeEach
  void initialize() throws Exception {
    lsp.initialize();
  }

  @AfterEach
  void close() throws Exception {
    lsp.close();
  }

  private void open(String text) {
    lsp.server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(FILE, "java", 1, text)));
  }

  private void change(int version, String text) {
    lsp.server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(FILE, version),
                List.of(new TextDocumentContentChangeEvent(text))));
  }

  @Test
  void a_file_that_says_so_is_live() throws Exception {
    open(LIVE);
    assertEquals("open " + FILE + " 1", lsp.call("open"));
  }

  @Test
  void a_file_becomes_live_when_somebody_types_that_it_is() throws Exception {
    open(TEXT);
    change(2, TEXT + " ");
    change(3, LIVE);
    assertEquals("open " + FILE + " 3", lsp.call("open"));
    change(4, LIVE + " ");
    assertEquals("change " + FILE + " 4", lsp.call("change").substring(0, FILE.length() + 9));
  }

  @Test
  void the_command_makes_a_file_live_that_says_nothing() throws Exception {
    open(TEXT);
    change(2, "class B {}");
    lsp.server
        .getWorkspaceService()
        .executeCommand(new ExecuteCommandParams("colight.live", List.of(FILE)))
        .get(30, TimeUnit.SECONDS);
    assertEquals("open " + FILE + " 2", lsp.call("open"));
  }

  @Test
  void any_other_file_is_left_alone() throws Exception {
    open(TEXT);
    change(2, TEXT + "// | live");
    lsp.open("1");
    assertNull(lsp.documents.snapshot(FILE));
  }
}
