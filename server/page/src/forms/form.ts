import type { ExpandResult, Output } from "../protocol/protocol.js";

/** Something on the screen that shows an output. */
export interface FormView {
  readonly element: HTMLElement;
  /** Shows another content in place of this one; false where that needs another view. */
  update?(content: string, output: Output): boolean;
  /** The same, of a content that goes by URL and is taken as it is. */
  updateFromUrl?(url: string, output: Output): boolean;
  dispose?(): void;
}

/** What a form may ask of the page around it. */
export interface FormHost {
  /** Loads what goes by URL. */
  load(url: string): Promise<string>;
  /** Asks for more of what an output refers to. */
  expand(ref: string, offset: number, limit: number): Promise<ExpandResult>;
  /** Says that an input was moved. */
  input(name: string, value: string): void;
  /** Goes to a place in the document. */
  reveal(uri: string, line: number): void;
}

/** Shows outputs of one MIME type. */
export interface Form {
  readonly mime: string;
  create(content: string, output: Output, host: FormHost): FormView;
  /** Takes a payload that goes by URL as it is, without loading its text. */
  createFromUrl?(url: string, output: Output, host: FormHost): FormView;
}
