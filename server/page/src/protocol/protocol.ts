// Generated from the records of protocol-extensions; a test fails when the two differ.
// To write it anew: mvn -pl protocol-extensions test -Dtest=TypeScriptTest -Dcolight.golden=write

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** One form of an output: itself, or where to load it. */
export type Payload = string | { url: string; size: number };

export type BlockKind = "code" | "prose";

export type BlockState = "queued" | "running" | "fresh" | "stale" | "held";

export type OutputKind = "value" | "display" | "stdout" | "stderr";

export type ResultStatus = "ok" | "error" | "invalid" | "blocked" | "held" | "cancelled" | "timeout" | "unchanged";

export type RunReason = "open" | "edit" | "save" | "command" | "dependency" | "restart" | "input";

export type RunStatus = "done" | "superseded" | "cancelled" | "failed";

export type ServerState = "idle" | "starting" | "resolving" | "running" | "untrusted" | "failed";

export type TrustScope = "document" | "folder";

export interface BlockError {
  message: string;
  type?: string;
  range?: Range;
  trace: Frame[];
  cause?: BlockError;
}

export interface BlockInfo {
  id: string;
  key: string;
  index: number;
  kind: BlockKind;
  range: Range;
  state: BlockState;
  provides: string[];
  requires: string[];
  hidden?: string[];
  text?: string;
  source?: string;
}

export interface BlockOutputParams {
  uri: string;
  run: number;
  block: string;
  output: Output;
  sequence: number;
}

export interface BlockResultParams {
  uri: string;
  version: number;
  run: number;
  block: BlockInfo;
  status: ResultStatus;
  cached: boolean;
  outputs: Output[];
  error?: BlockError;
  durationMs: number;
}

export interface CancelResult {
  cancelled: boolean;
}

export interface ClientOptions {
  protocol: number;
  renders?: string[];
  urls: boolean;
  sources: boolean;
  maxPayload?: number;
}

export interface DocumentParams {
  uri: string;
}

export interface DocumentResult {
  uri: string;
  version: number;
  run: number;
  blocks: BlockInfo[];
  results: BlockResultParams[];
}

export interface ExpandParams {
  uri: string;
  ref: string;
  offset?: number;
  limit?: number;
}

export interface ExpandResultChild {
  label?: string;
  type?: string;
  mime: Record<string, Payload>;
  expandable?: string;
}

export interface ExpandResult {
  children: ExpandResultChild[];
  total: number;
  message?: string;
}

export interface ExportParams {
  uri: string;
  format: string;
}

export interface ExportResult {
  content: string;
}

export interface FilesChangedParams {
}

export interface FilesParams {
}

export interface FilesResult {
  root: string;
  files: ServedFile[];
  truncated: boolean;
}

export interface Frame {
  function: string;
  uri?: string;
  line?: number;
  location?: string;
}

export interface InputParams {
  uri: string;
  block: string;
  name: string;
  value: string;
}

export interface Output {
  kind: OutputKind;
  line: number;
  name?: string;
  type?: string;
  mime: Record<string, Payload>;
  truncated?: boolean;
  expandable?: string;
  id?: string;
}

export interface PreviewParams {
  uri?: string;
}

export interface PreviewResult {
  url: string;
}

export interface RevealParams {
  uri: string;
  range: Range;
  block?: string;
}

export interface RunEndParams {
  uri: string;
  version: number;
  run: number;
  status: RunStatus;
  executed: number;
  cached: number;
  failed: number;
  durationMs: number;
}

export interface RunParams {
  uri: string;
  blocks?: string[];
  force?: boolean;
}

export interface RunResult {
  run: number;
}

export interface RunStartParams {
  uri: string;
  version: number;
  run: number;
  reason: RunReason;
  blocks: BlockInfo[];
  removed: string[];
  order?: string[];
}

export interface ServedFile {
  path: string;
  uri: string;
}

export interface ServerOptions {
  protocol: number;
}

export interface StatusParams {
  state: ServerState;
  message?: string;
  uri?: string;
  block?: string;
}

export interface TrustParams {
  uri: string;
  trusted: boolean;
  scope?: TrustScope;
}

export interface TrustResult {
  trusted: boolean;
  message: string;
}

export interface VerifyDifference {
  block: string;
  range: Range;
  expected: Output[];
  actual: Output[];
  expectedStatus?: ResultStatus;
  actualStatus: ResultStatus;
  expectedError?: BlockError;
  actualError?: BlockError;
}

export interface VerifyResult {
  uri: string;
  version: number;
  equal: boolean;
  differences: VerifyDifference[];
  unclaimed?: string[];
  unfinished?: string[];
  message: string;
}

export const PROTOCOL_VERSION = 1;

/** The methods by their names in Java. */
export const METHODS = {
  RUN_START: "colight/runStart",
  BLOCK_RESULT: "colight/blockResult",
  BLOCK_OUTPUT: "colight/blockOutput",
  RUN_END: "colight/runEnd",
  STATUS: "colight/status",
  DOCUMENT: "colight/document",
  RUN: "colight/run",
  CANCEL: "colight/cancel",
  RESTART: "colight/restart",
  VERIFY: "colight/verify",
  EXPAND: "colight/expand",
  INPUT: "colight/input",
  TRUST: "colight/trust",
  PREVIEW: "colight/preview",
  EXPORT: "colight/export",
  UNWATCH: "colight/unwatch",
  FILES: "colight/files",
  FILES_CHANGED: "colight/filesChanged",
  REVEAL: "colight/reveal",
} as const;
