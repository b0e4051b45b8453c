import { webSocket } from "./connection/transport.js";
import { listenToFrames } from "./forms/media.js";
import { App } from "./view/app.js";

listenToFrames();

const socketUrl = new URL("/ws", location.href);
socketUrl.protocol = location.protocol === "https:" ? "wss:" : "ws:";

new App(() => webSocket(socketUrl.href), {
  current: () => new URLSearchParams(location.search).get("uri"),
  go: (uri) => history.pushState(null, "", `/?uri=${encodeURIComponent(uri)}`),
}).start();
