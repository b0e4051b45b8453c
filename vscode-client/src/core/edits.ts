/** A replaced range of text, as an editor tells of it. */
export interface Edit {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly text: string;
}

/** The edits that led to a version of a document, each told in terms of the text before it. */
export interface VersionEdits {
  readonly version: number;
  readonly edits: readonly Edit[];
}

/** Returns the number of lines that an edit adds, or takes away where it is negative. */
export function addedLines(edit: Edit): number {
  return lineBreaks(edit.text) - (edit.endLine - edit.startLine);
}

/** Returns where a line stands after an edit; a line that is gone, where it was. */
export function mapLine(line: number, edit: Edit): number {
  if (line > edit.endLine) {
    return line + addedLines(edit);
  }
  if (line < edit.startLine) {
    return line;
  }
  // What stands behind the replaced range moves with its end; a line of which something stands
  // before the range stays where that is.
  const movesWhole = line === edit.endLine && edit.endCharacter === 0 && line > edit.startLine;
  const insertedBefore =
    line === edit.startLine && edit.startCharacter === 0 && edit.endLine === line;
  if (movesWhole || (insertedBefore && edit.endCharacter === 0)) {
    return line + addedLines(edit);
  }
  return edit.startLine;
}

/** Tells whether an edit changes text of the lines from `first` to `last`. */
export function touches(edit: Edit, first: number, last: number): boolean {
  if (edit.endLine < first || edit.startLine > last) {
    return false;
  }
  const wholeLines =
    edit.startCharacter === 0 &&
    edit.endCharacter === 0 &&
    (edit.text === "" || edit.text.endsWith("\n"));
  // Whole lines that come or go above the first line leave the text of the block as it is.
  return !(wholeLines && edit.endLine === first);
}

function lineBreaks(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    breaks++;
  }
  return breaks;
}
