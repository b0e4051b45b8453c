import type { Output } from "../protocol/protocol.js";
import { h } from "../view/dom.js";
import type { Form, FormView } from "./form.js";

/** An image keeps the one before on the screen until the new one is there. */
class ImageView implements FormView {
  readonly element = h("div.image");
  private image = h("img", { alt: "" });

  constructor(
    private readonly toUrl: (content: string) => string,
    url: string,
    output: Output,
    look: string,
  ) {
    this.element.classList.add(look);
    this.image.alt = output.name ?? "Image";
    this.image.src = url;
    this.element.append(this.image);
  }

  update(content: string): boolean {
    return this.updateFromUrl(this.toUrl(content));
  }

  updateFromUrl(url: string): boolean {
    const next = h("img", { alt: this.image.alt });
    next.src = url;
    this.image = next;
    void next
      .decode()
      .catch(() => {})
      .then(() => {
        if (this.image === next) {
          this.element.replaceChildren(next);
        }
      });
    return true;
  }
}

function imageForm(mime: string, toUrl: (content: string) => string, look = "pixels"): Form {
  return {
    mime,
    create: (content, output) => new ImageView(toUrl, toUrl(content), output, look),
    createFromUrl: (url, output) => new ImageView(toUrl, url, output, look),
  };
}

const BASE64 = (mime: string): Form =>
  imageForm(mime, (content) => `data:${mime};base64,${content}`);

export const PNG = BASE64("image/png");
export const JPEG = BASE64("image/jpeg");
export const GIF = BASE64("image/gif");

/** As an image, SVG runs no scripts and loads nothing. */
export const SVG = imageForm(
  "image/svg+xml",
  (content) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(content)}`,
  "drawn",
);

const MAX_FRAME_HEIGHT = 4_000;

/** Hears from frames how tall their content is. */
export function listenToFrames(): void {
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    const data = event.data as { colight?: unknown; height?: unknown } | null;
    // A frame that is out of sight may not be laid out, and says that it has no height.
    if (data?.colight !== "height" || typeof data.height !== "number" || data.height < 1) {
      return;
    }
    for (const frame of document.querySelectorAll<HTMLIFrameElement>(".frame > iframe")) {
      if (frame.contentWindow === event.source) {
        const height = Math.min(MAX_FRAME_HEIGHT, Math.ceil(data.height));
        frame.style.height = `${height}px`;
      }
    }
  });
}

/** Says how tall the document is, from inside of a frame that has no server. */
const HEIGHT_SCRIPT = `<script>new ResizeObserver(() => parent.postMessage({colight: "height",
height: document.documentElement.getBoundingClientRect().height}, "*"))
.observe(document.documentElement)</script>`;

const FRAME_HEAD = `<!doctype html><meta name="color-scheme" content="light dark">
<base target="_blank">
<style>body{margin:0;font-family:system-ui,sans-serif}</style>`;

/** A link opens a page of its own, which may do what any other may. */
const FRAME_RIGHTS = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/**
 * Lets the scripts of a frame run that inherits the policy of a page with a nonce, as in a webview:
 * the frame has an origin of its own all the same.
 */
function withNonce(html: string): string {
  const nonce = [...document.scripts].find((script) => script.nonce !== "")?.nonce;
  if (nonce === undefined) {
    return html;
  }
  const parsed = new DOMParser().parseFromString(html, "text/html");
  parsed.querySelectorAll("script").forEach((script) => script.setAttribute("nonce", nonce));
  return `<!doctype html>${parsed.documentElement.outerHTML}`;
}

/** HTML of a document runs in a frame that can reach neither the page nor the session. */
class FrameView implements FormView {
  readonly element = h("div.frame");
  private shown: HTMLIFrameElement | null = null;
  private loading: HTMLIFrameElement | null = null;

  updateFromUrl(url: string, output: Output): boolean {
    return this.load(output, (frame) => (frame.src = url));
  }

  update(html: string, output: Output): boolean {
    return this.load(
      output,
      (frame) => (frame.srcdoc = withNonce(FRAME_HEAD + html + HEIGHT_SCRIPT)),
    );
  }

  /** Loads the new content over the old, unseen until it is there. */
  private load(output: Output, fill: (frame: HTMLIFrameElement) => void): boolean {
    const title = output.name ?? "HTML output";
    const frame = h("iframe", { sandbox: FRAME_RIGHTS, title });
    fill(frame);
    this.loading?.remove();
    if (this.shown === null) {
      this.shown = frame;
    } else {
      this.loading = frame;
      frame.className = "loading";
      frame.style.height = this.shown.style.height;
      frame.addEventListener("load", () => {
        frame.className = "";
        this.shown?.remove();
        this.shown = frame;
        this.loading = null;
      });
    }
    this.element.append(frame);
    return true;
  }
}

export const HTML: Form = {
  mime: "text/html",
  create: (html, output) => {
    const view = new FrameView();
    view.update(html, output);
    return view;
  },
  createFromUrl: (url, output) => {
    const view = new FrameView();
    view.updateFromUrl(url, output);
    return view;
  },
};
