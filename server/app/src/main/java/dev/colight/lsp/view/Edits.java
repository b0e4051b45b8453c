package dev.colight.lsp.view;

import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Hands changes of a text to a client. */
public final class Edits {
  private Edits() {}

  /** Returns the edits as the client counts positions. */
  public static List<org.eclipse.lsp4j.TextEdit> toLsp(Positions positions, List<TextEdit> edits) {
    List<org.eclipse.lsp4j.TextEdit> result = new ArrayList<>(edits.size());
    for (TextEdit edit : edits) {
      result.add(new org.eclipse.lsp4j.TextEdit(positions.toLsp(edit.range()), edit.newText()));
    }
    return result;
  }

  /** Returns the error that says why a change cannot be. */
  public static ResponseErrorException refused(String why) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidRequest, why, null));
  }
}
