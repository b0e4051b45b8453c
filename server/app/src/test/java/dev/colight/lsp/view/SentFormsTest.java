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
            1, renders.equals("yes") ? List.of(type) : null, urls.equals("yes"), false, null);
    String content = "x".repeat(size);
    SentForms forms = forms(options, type, content);
    assertEquals(gets, kind(forms.mime().get(type), content));
    assertEquals(truncated, forms.cut());
  }

  /** A client may take more in a message than is usual, within reason; never less. */
  @ParameterizedTest
  @CsvSource({
    "100000, 100000, all",
    "100000, 100001, nothing",
    "1, 65536, all",
    "-1, 65537, nothing",
    "2147483647, 33554432, all",
    "2147483647, 33554433, nothing",
  })
  void a_client_that_loads_nothing_can_ask_for_larger_payloads(int most, int size, String gets) {
    ClientOptions options = new ClientOptions(1, List.of("image/png"), false, false, most);
    String content = "x".repeat(size);
    assertEquals(gets, kind(forms(options, "image/png", content).mime().get("image/png"), content));
  }

  private static SentForms forms(ClientOptions options, String type, String content) {
    OutputView output =
        new OutputView(
            Kind.VALUE, Range.of(0, 0, 0, 1), null, null, Map.of(type, content), false, null, null);
    return SentForms.of(output, Audience.of(options, LINKS), "u", new BlockId(1));
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
