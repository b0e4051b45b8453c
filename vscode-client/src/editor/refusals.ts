import * as vscode from "vscode";
import type { NoticeAction } from "../core/messages.js";
import { noticeOf } from "../core/notice.js";
import type { Server } from "./server.js";

/** Starts the server where it is wanted now; returns false where it cannot run, and says why. */
export async function isThereOrSaysWhyNot(server: Server): Promise<boolean> {
  await server.startIfIdle();
  const { text, action } = noticeOf(server.phase);
  if (text === null) {
    return true;
  }
  void offer(`Colight: ${text}`, action);
  return false;
}

async function offer(text: string, action: NoticeAction | null): Promise<void> {
  const buttons = action === null ? [] : [action.label];
  const chosen = await vscode.window.showWarningMessage(text, ...buttons);
  if (action !== null && chosen === action.label) {
    await vscode.commands.executeCommand(action.command);
  }
}
