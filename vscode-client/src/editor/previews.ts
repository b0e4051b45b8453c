import { createHash } from "node:crypto";
import * as vscode from "vscode";
import { extensionOf, type Picture, picturesAt } from "../core/previews.js";
import type { Documents } from "./documents.js";

const WIDTH = 360;

/** How much of Markdown an editor takes; larger pictures are shown from files. */
const MAX_INLINE = 60_000;

/** Shows the pictures of a line where the mouse rests on it. */
export class Previews implements vscode.HoverProvider {
  constructor(
    private readonly documents: Documents,
    private readonly storage: vscode.Uri,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | null> {
    const live = this.documents.get(document.uri.toString());
    const pictures =
      live === null || !this.documents.isLive(document) ? [] : picturesAt(live, position.line);
    if (pictures.length === 0) {
      return null;
    }
    const addresses = await Promise.all(pictures.map((picture) => this.address(picture)));
    const contents = addresses.map((address) => {
      const markdown = new vscode.MarkdownString(`![](${address}|width=${WIDTH})`);
      markdown.supportHtml = true;
      return markdown;
    });
    return new vscode.Hover(contents, document.lineAt(position.line).range);
  }

  private async address({ mime, content }: Picture): Promise<string> {
    const bytes = Buffer.from(content, mime === "image/svg+xml" ? "utf8" : "base64");
    const base64 = bytes.toString("base64");
    if (base64.length <= MAX_INLINE) {
      return `data:${mime};base64,${base64}`;
    }
    const name = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
    const folder = vscode.Uri.joinPath(this.storage, "previews");
    const file = vscode.Uri.joinPath(folder, `${name}.${extensionOf(mime)}`);
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.workspace.fs.writeFile(file, bytes);
    return file.toString();
  }
}
