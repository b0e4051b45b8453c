package dev.colight.lsp.export;

import dev.colight.document.BlockId;
import dev.colight.execution.Assistant;
import dev.colight.execution.Scene;
import dev.colight.text.Text;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.Dependencies;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.FollowedUses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document under another address. */
record Renamed(DocumentSnapshot document, String uri) implements DocumentSnapshot {
  @Override
  public int version() {
    return document.version();
  }

  @Override
  public Text text() {
    return document.text();
  }

  @Override
  public int run() {
    return document.run();
  }

  @Override
  public boolean trusted() {
    return document.trusted();
  }

  @Override
  public boolean running() {
    return document.running();
  }

  @Override
  public Assistant assistant() {
    return document.assistant();
  }

  @Override
  public Scene scene() {
    return document.scene();
  }

  @Override
  public Dependencies dependencies() {
    return document.dependencies();
  }

  @Override
  public FollowedUses followed() {
    return document.followed();
  }

  @Override
  public List<BlockView> blocks() {
    return document.blocks();
  }

  @Override
  public List<BlockView> blocks(int firstLine, int lastLine) {
    return document.blocks(firstLine, lastLine);
  }

  @Override
  public @Nullable BlockView block(BlockId id) {
    return document.block(id);
  }
}
