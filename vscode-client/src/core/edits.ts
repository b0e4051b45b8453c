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

/** Where a line is that has been deleted. */
export const GONE = -1;

/** Returns where a line stands after an edit, or `GONE`. */
export function mapLine(line: number, edit: Edit): number {
  if (line === GONE || line < edit.startLine) {
    return line;
  }
  const { startLine, startCharacter, endLine, endCharacter } = edit;
  if (line > endLine || (line === endLine && endCharacter === 0 && startCharacter === 0)) {
    return line + lineBreaks(edit.text) - (endLine - startLine);
  }
  // What is left of a line before the range, or behind a range within it, is still that line.
  const isLeft = startCharacter > 0 || startLine === endLine;
  return line === startLine && isLeft ? line : GONE;
}

/** Tells whether an edit changes text of the lines from `first` to `last`. */
export function touches(edit: Edit, first: number, last: number): boolean {
  if (edit.endLine < first || edit.startLine > last) {
    return false;
  }
  // Whole lines that come or go above the first line leave the text of the block as it is.
  const wholeLines =
    edit.startCharacter === 0 &&
    edit.endCharacter === 0 &&
    (edit.text === "" || edit.text.endsWith("\n"));
  return !(wholeLines && edit.endLine === first);
}

function lineBreaks(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    breaks++;
  }
  return breaks;
}
