/** What the HTML of a live view is made of. */
export interface ViewParts {
  readonly nonce: string;
  /** Where the view's own files come from, for its policy. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  readonly uri: string | null;
}

/** Returns the HTML of a live view, under a policy that lets nothing in but its own files. */
export function viewHtml({ nonce, source, script, style, uri }: ViewParts): string {
  const policy = [
    "default-src 'none'",
    // Modules that the script loads later have its nonce.
    `script-src 'nonce-${nonce}'`,
    // Values that are HTML bring styles of their own, in frames that inherit this policy.
    `style-src ${source} 'unsafe-inline'`,
    `font-src ${source} data:`,
    "img-src data: blob: https:",
    "media-src data: blob:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  const data = uri === null ? "" : ` data-uri="${escape(uri)}"`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Live view</title>
    <link rel="stylesheet" href="${escape(style)}" />
  </head>
  <body${data}>
    <script type="module" nonce="${nonce}" src="${escape(script)}"></script>
  </body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
