import type { Block, DocumentModel } from "@page/core/model.js";
import { blocksInOrder } from "@page/core/model.js";
import type {
  BlockInfo,
  BlockOutputParams,
  BlockResultParams,
  DocumentResult,
} from "@page/protocol/protocol.js";

/**
 * Returns all of a document as the server would tell it to somebody who comes late. A view that is
 * told this, and everything after it, shows what the model shows.
 */
export function documentOf(model: DocumentModel): DocumentResult {
  const blocks = blocksInOrder(model);
  return {
    uri: model.uri,
    version: model.version,
    run: model.run,
    blocks: blocks.map(({ info }) => info),
    results: blocks.flatMap((block) => resultsOf(model, block)),
  };
}

/** Returns what blocks that still run have shown so far. */
export function outputsOf(model: DocumentModel): BlockOutputParams[] {
  return blocksInOrder(model).flatMap(({ info, stream }) =>
    stream === null
      ? []
      : stream.log.toArray().map((output, sequence) => ({
          uri: model.uri,
          run: stream.run,
          block: info.id,
          output,
          sequence,
        })),
  );
}

function resultsOf(model: DocumentModel, block: Block): BlockResultParams[] {
  const { info, result, shown } = block;
  if (result === null) {
    return [];
  }
  const last: BlockResultParams = {
    uri: model.uri,
    version: model.version,
    run: result.run,
    block: info,
    status: result.status,
    cached: result.cached,
    outputs: [],
    durationMs: result.durationMs,
    ...(result.error === undefined ? {} : { error: result.error }),
  };
  if (shown === null) {
    return [last];
  }
  const made = { ...last, block: madeFrom(info, shown), outputs: [...shown.outputs] };
  return shown.outdated ? [{ ...made, status: "ok" }, last] : [made];
}

function madeFrom(
  info: BlockInfo,
  { key, source }: { readonly key: string; readonly source: string | undefined },
): BlockInfo {
  const { source: _, ...rest } = info;
  return source === undefined ? { ...rest, key } : { ...rest, key, source };
}
