/** What can be shown or left out in the live view. */
export type Part = "code" | "prose" | "values";

/** A place in the live view: a block, and how far down in it, from 0 to 1. */
export interface ScrollPlace {
  readonly block: string;
  readonly fraction: number;
}

/** What a live view says to the extension. */
export type FromView =
  | { readonly kind: "connect"; readonly connection: number }
  | { readonly kind: "rpc"; readonly connection: number; readonly text: string }
  | ({ readonly kind: "scrolled" } & ScrollPlace)
  | { readonly kind: "source"; readonly block: string; readonly line: number }
  | { readonly kind: "save"; readonly name: string; readonly content: string };

/** What the extension says to a live view. */
export type ToView =
  | { readonly kind: "opened"; readonly connection: number }
  | { readonly kind: "closed"; readonly connection: number }
  | { readonly kind: "rpc"; readonly connection: number; readonly text: string }
  | { readonly kind: "show"; readonly uri: string }
  | { readonly kind: "state"; readonly state: ViewState }
  | ({ readonly kind: "scroll" } & ScrollPlace)
  | { readonly kind: "toggle"; readonly part: Part }
  | { readonly kind: "notice"; readonly text: string | null; readonly action: NoticeAction | null };

/** What a notice offers to do. */
export interface NoticeAction {
  readonly label: string;
  readonly command: string;
}

/** What a live view remembers over a reload of the window. */
export interface ViewState {
  readonly uri: string | null;
  readonly pinned: boolean;
}

/** Reads what was remembered, by whatever version of the extension. */
export function viewState(kept: unknown): ViewState {
  const state = (typeof kept === "object" && kept !== null ? kept : {}) as Record<string, unknown>;
  const uri = state["uri"];
  return { uri: typeof uri === "string" ? uri : null, pinned: state["pinned"] === true };
}
