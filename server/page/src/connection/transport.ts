/**
 * A way to the server and back: a WebSocket in a browser, the messages of a webview in an editor.
 * A message is one text. A transport that closed is not used again.
 */
export interface Transport {
  send(text: string): void;
  close(): void;
  onMessage: (text: string) => void;
  onOpen: () => void;
  onClose: () => void;
}

/** Opens a WebSocket. */
export function webSocket(url: string): Transport {
  const socket = new WebSocket(url);
  const transport: Transport = {
    send: (text) => socket.send(text),
    close: () => socket.close(),
    onMessage: () => {},
    onOpen: () => {},
    onClose: () => {},
  };
  socket.onopen = () => transport.onOpen();
  socket.onmessage = (event) => transport.onMessage(String(event.data));
  socket.onclose = () => transport.onClose();
  return transport;
}
