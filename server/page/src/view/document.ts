import type { Block, DocumentModel } from "../core/model.js";
import { markOf, runningBlock } from "../core/model.js";
import { type BlockHost, BlockView } from "./block.js";
import { arrange, h } from "./dom.js";

/** The blocks of a document on the screen. */
export class DocumentView {
  readonly element = h("div.document");
  private readonly views = new Map<string, BlockView>();
  private order: readonly string[] = [];

  constructor(private readonly host: BlockHost) {}

  /** Makes the screen show a document; blocks that did not change are not touched. */
  paint(model: DocumentModel): void {
    const running = runningBlock(model);
    for (const [id, view] of this.views) {
      if (!model.blocks.has(id)) {
        view.dispose();
        this.views.delete(id);
      }
    }
    for (const id of model.order) {
      const block = model.blocks.get(id);
      if (block !== undefined) {
        this.viewOf(id).paint(block, markOf(block, running));
      }
    }
    if (model.order !== this.order) {
      this.order = model.order;
      arrange(
        this.element,
        model.order.flatMap((id) => this.views.get(id)?.element ?? []),
      );
    }
    const all = allHidden(model.blocks.values());
    for (const what of ["code", "prose", "values"]) {
      this.element.classList.toggle(`all-no-${what}`, all.has(`hide-all-${what}`));
    }
  }

  find(id: string): BlockView | undefined {
    return this.views.get(id);
  }

  dispose(): void {
    this.views.forEach((view) => view.dispose());
    this.element.remove();
  }

  private viewOf(id: string): BlockView {
    const known = this.views.get(id);
    if (known !== undefined) {
      return known;
    }
    const view = new BlockView(id, this.host);
    this.views.set(id, view);
    return view;
  }
}

/** Pragmas that are about the whole document, wherever they stand. */
function allHidden(blocks: Iterable<Block>): Set<string> {
  const all = new Set<string>();
  for (const { info } of blocks) {
    info.hidden?.filter((pragma) => pragma.startsWith("hide-all-")).forEach((p) => all.add(p));
  }
  return all;
}
