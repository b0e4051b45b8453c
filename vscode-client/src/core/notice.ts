import type { ServerPhase } from "./lifecycle.js";
import type { NoticeAction } from "./messages.js";

/** Why nothing runs, and what can be done about it. */
export interface Notice {
  readonly text: string | null;
  readonly action: NoticeAction | null;
}

/** Returns what is said in place of results, or no text where they are to come. */
export function noticeOf(phase: ServerPhase): Notice {
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
