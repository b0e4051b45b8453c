package dev.colight.lsp.view;

import dev.colight.document.BlockId;
import dev.colight.protocol.Payload;

/** Makes addresses under which a client can load what a block shows. */
public interface PayloadLinks {
  /**
   * Returns a form as an address.
   *
   * @param block what shows it
   * @param content as in a message: base64 where the type is binary
   */
  Payload link(String uri, BlockId block, String type, String content);
}
