import type { ServerPhase } from "./lifecycle.js";
import type { NoticeAction } from "./messages.js";

/** Returns what a live view says in place of a document, and what it offers to do about it. */
export function noticeOf(phase: ServerPhase): {
  readonly text: string | null;
  readonly action: NoticeAction | null;
} {
  switch (phase.phase) {
    case "untrusted":
      return {
        text: "A live document is a program. In a workspace that is not trusted, nothing runs.",
        action: { label: "Manage trust", command: "workbench.trust.manage" },
      };
    case "noJdk":
      return { text: phase.message, action: { label: "Set up Java", command: "colight.menu" } };
    case "stopped":
      return {
        text: phase.message,
        action: { label: "Start again", command: "colight.restartServer" },
      };
    default:
      return { text: null, action: null };
  }
}
