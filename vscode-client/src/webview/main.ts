import "@page/style/style.css";
import "./webview.css";
import { listenToFrames } from "@page/forms/media.js";
import { App } from "@page/view/app.js";
import { type FromView, type ToView, viewState } from "../core/messages.js";
import { Link } from "./link.js";
import { Notice } from "./notice.js";
import { Scroll } from "./scroll.js";
import { listenToClicks } from "./source.js";

interface Api {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Api;

const api = acquireVsCodeApi();
const post = (message: FromView): void => api.postMessage(message);
const remembered = viewState(api.getState());
let uri = document.body.dataset["uri"] ?? remembered.uri;

const link = new Link(post);
const app = new App(() => link.connect(), {
  current: () => uri,
  go: (next) => {
    uri = next;
  },
  save: (name, content) => post({ kind: "save", name, content }),
});
const notice = new Notice();
const scroll = new Scroll((place) => post({ kind: "scrolled", ...place }));

window.addEventListener("message", ({ data, source }: MessageEvent<ToView>) => {
  // Frames in the page may say what they like, but not in the name of the extension.
  if ([...document.querySelectorAll("iframe")].some((frame) => frame.contentWindow === source)) {
    return;
  }
  switch (data.kind) {
    case "show":
      if (data.uri !== uri) {
        app.open(data.uri);
      }
      break;
    case "state":
      api.setState(data.state);
      break;
    case "scroll":
      scroll.goTo(data);
      break;
    case "toggle":
      app.toggle(data.part);
      break;
    case "notice":
      notice.show(data.text, data.action);
      break;
    default:
      link.receive(data);
  }
});

listenToFrames();
listenToClicks((block, line) => post({ kind: "source", block, line }));
app.start();
