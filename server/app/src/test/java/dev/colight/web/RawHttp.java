package dev.colight.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests as they are, wrong ones too. */
final class RawHttp {
  private static final int PATIENCE_MS = 60_000;

  private RawHttp() {}

  /** An answer; names of headers are in lower case. */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Sends the first line and the headers, and returns the answer. */
  static Answer send(int port, String line, List<String> headers) throws IOException {
    String request = line + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = connect(port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  private static Answer parse(String answer) throws IOException {
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no answer: " + answer);
    }
    List<String> head = List.of(answer.substring(0, end).split("\r\n"));
    Map<String, String> headers = new TreeMap<>();
    for (String header : head.subList(1, head.size())) {
      int colon = header.indexOf(':');
      headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 2));
    }
    return new Answer(
        Integer.parseInt(head.get(0).split(" ")[1]), headers, answer.substring(end + 4));
  }
}
