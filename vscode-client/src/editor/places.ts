import * as vscode from "vscode";

/** Shows a line in an editor: the one that has the document open already, if there is one. */
export async function revealLine(uri: string, line: number, focus: boolean): Promise<void> {
  const open = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === uri,
  );
  const target = vscode.Uri.parse(uri, true);
  const document = open?.document ?? (await vscode.workspace.openTextDocument(target));
  const at = Math.max(0, Math.min(line, document.lineCount - 1));
  const start = new vscode.Position(at, document.lineAt(at).firstNonWhitespaceCharacterIndex);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
    preserveFocus: !focus,
  });
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(
    new vscode.Range(start, start),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** Asks where to save a file that goes with a document, and saves it. */
export async function saveFile(
  uri: string | null,
  name: string,
  content: string,
): Promise<vscode.Uri | null> {
  const document = uri === null ? null : vscode.Uri.parse(uri, true);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const beside =
    document?.scheme === "file"
      ? vscode.Uri.joinPath(document, "..", name)
      : folder && vscode.Uri.joinPath(folder, name);
  const target = await vscode.window.showSaveDialog(
    beside === undefined ? {} : { defaultUri: beside },
  );
  if (target === undefined) {
    return null;
  }
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
  return target;
}
