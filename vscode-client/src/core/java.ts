/** Lines at the top of a Java file that are asked whether it is live; as many as the server reads. */
export const HEAD = 200;

/** A pragma that says so. Whether it stands at the right place is known to the server. */
const LIVE = /\/[/*][ \t]*\|.*\blive\b/;

/** Tells whether the top of a Java file may say that it is live, so that the server is asked. */
export function maySayLive(head: string): boolean {
  return LIVE.test(head);
}
