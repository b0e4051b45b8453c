/** What the live view and the hovers show, as the page's own list says (a test holds them equal). */
export const RENDERS: readonly string[] = [
  "application/vnd.colight.input+json",
  "application/vnd.colight.progress+json",
  "application/vnd.colight.plot+json",
  "application/vnd.vegalite.v5+json",
  "application/vnd.colight.table+json",
  "application/vnd.colight.tree+json",
  "text/html",
  "text/markdown",
  "text/latex",
  "image/svg+xml",
  "image/png",
  "image/jpeg",
  "image/gif",
  "application/json",
  "text/plain",
];
