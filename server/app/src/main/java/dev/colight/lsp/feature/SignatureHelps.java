package dev.colight.lsp.feature;

import dev.colight.execution.Assistant;
import dev.colight.lsp.view.Reading;
import dev.colight.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;

/** Tells the parameters of the call around a place. */
public final class SignatureHelps {
  private SignatureHelps() {}

  /** Returns the methods that may be called, if there is a call. */
  public static Optional<SignatureHelp> of(
      Reading reading, Assistant assistant, Position position) {
    Assistant.Signatures found = assistant.signatures(reading.document().scene(), position);
    if (found == null) {
      return Optional.empty();
    }
    List<SignatureInformation> signatures = new ArrayList<>();
    for (int i = 0; i < found.signatures().size(); i++) {
      signatures.add(information(assistant, found.signatures().get(i), i == found.active()));
    }
    return Optional.of(new SignatureHelp(signatures, found.active(), found.parameter()));
  }

  private static SignatureInformation information(
      Assistant assistant, Assistant.Signature signature, boolean active) {
    SignatureInformation information = new SignatureInformation(signature.label());
    List<ParameterInformation> parameters = new ArrayList<>();
    for (Assistant.Span span : signature.parameters()) {
      ParameterInformation parameter = new ParameterInformation();
      parameter.setLabel(Tuple.two(span.start(), span.end()));
      parameters.add(parameter);
    }
    information.setParameters(parameters);
    String documentation =
        active && signature.origin() != null ? assistant.document(signature.origin()) : null;
    if (documentation != null) {
      information.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, documentation));
    }
    return information;
  }
}
