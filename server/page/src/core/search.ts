import { blocksInOrder, type Block, type DocumentModel } from "./model.js";
import { plainText } from "./outputs.js";

/** Returns the blocks whose code, prose, values or errors hold a text, in order. */
export function matchingBlocks(model: DocumentModel, query: string): string[] {
  const needle = query.trim().toLowerCase();
  if (needle === "") {
    return [];
  }
  return blocksInOrder(model)
    .filter((block) => textsOf(block).some((text) => text.toLowerCase().includes(needle)))
    .map((block) => block.info.id);
}

function textsOf({ info, shown, result }: Block): string[] {
  const outputs = shown?.outputs ?? [];
  return [
    info.source ?? "",
    info.text ?? "",
    result?.error?.message ?? "",
    ...outputs.map((output) => `${output.name ?? ""} ${plainText(output)}`),
  ];
}

/** How well a text matches what was typed: the letters in order; null where they are not there. */
export function fuzzyScore(text: string, query: string): number | null {
  const letters = query.toLowerCase().replace(/\s+/g, "");
  const lower = text.toLowerCase();
  const nameStart = lower.lastIndexOf("/") + 1;
  let score = 0;
  let from = 0;
  for (const letter of letters) {
    const at = lower.indexOf(letter, from);
    if (at < 0) {
      return null;
    }
    // Letters in a row, at the start of a word, and in the file's name count for more.
    score += at === from && from > 0 ? 3 : 0;
    score += at === 0 || /[^\p{L}\p{N}]/u.test(lower[at - 1] ?? "") ? 2 : 0;
    score += at >= nameStart ? 1 : 0;
    from = at + 1;
  }
  return score - text.length / 200;
}
