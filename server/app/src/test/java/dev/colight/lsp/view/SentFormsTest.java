package dev.colight.lsp.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.document.BlockId;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.protocol.ClientOptions;
import dev.colight.protocol.Payload;
import dev.colight.text.Range;
import dev.colight.workspace.OutputView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentFormsTest {
  private static final PayloadLinks LINKS =
      (uri, block, type, content) -> Payload.at("/" + type, content.length());

  /**
   * What a client gets of a form of some size beside a short plain text: all of it, a part, its
   * address, or nothing; and whether it is told that there is more.
   */
  @ParameterizedTest
  @CsvSource({
    "application/json, 10, yes, no, all, false",
    "application/json, 10, no, no, nothing, false",
    "application/json, 65536, yes, no, all, false",
    "application/json, 65537, yes, no, nothing, true",
    "application/json, 65537, yes, yes, address, false",
    "application/json, 65537, no, yes, nothing, false",
    "image/png, 65537, yes, no, nothing, true",
    "text/html, 10, yes, no, all, false",
    "text/html, 10, yes, yes, address, false",
    "text/html, 65537, yes, no, nothing, true",
    "text/plain, 10, no, no, all, false",
    "text/plain, 65537, no, no, part, true",
    "text/plain, 65537, no, yes, address, false",
  })
  void a_client_gets_what_it_can_show(
      String type, int size, String renders, String urls, String gets, boolean truncated) {
    ClientOptions options =
        new ClientOptions(
            1, renders.equals("yes") ? List.of(type) : null, urls.equals("yes"), false);
    String content = "x".repeat(size);
    OutputView output =
        new OutputView(
            Kind.VALUE, Range.of(0, 0, 0, 1), null, null, Map.of(type, content), false, null, null);
    SentForms forms = SentForms.of(output, Audience.of(options, LINKS), "u", new BlockId(1));
    assertEquals(gets, kind(forms.mime().get(type), content));
    assertEquals(truncated, forms.cut());
  }

  private static String kind(@Nullable Payload payload, String content) {
    if (payload == null) {
      return "nothing";
    } else if (payload.url() != null) {
      return "address";
    }
    return payload.present().equals(content)
        ? "all"
        : content.startsWith(payload.present().substring(0, 100)) ? "part" : "another";
  }
}
