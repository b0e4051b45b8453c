package dev.colight.lsp.socket;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.colight.protocol.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first message of somebody who has connected. It has to be an {@code initialize} that
 * holds the token; until that is seen nothing is looked at but this one message, which is read
 * strictly, and no longer than it may be.
 */
final class Handshake {
  private static final int MAX_HEADER = 512;
  private static final int MAX_BODY = 1 << 18;
  private static final Pattern HEADER =
      Pattern.compile(
          "Content-Length: *(\\d{1,7})\r\n(?:Content-Type: *[\\w/;=. -]*\r\n)?\r\n",
          Pattern.CASE_INSENSITIVE);
  private static final int REQUEST_FAILED = -32803;

  private final byte[] token;

  /**
   * What came of it.
   *
   * @param message the first message, where it held the token
   * @param refusal what to answer, where it did not but was a request
   */
  record Result(@Nullable String message, @Nullable String refusal) {
    private static final Result SILENT = new Result(null, null);
  }

  Handshake(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the first message. */
  Result read(InputStream in) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    Matcher matcher = HEADER.matcher("");
    while (!matcher.matches()) {
      int next = header.size() == MAX_HEADER ? -1 : in.read();
      if (next < 0) {
        return Result.SILENT;
      }
      header.write(next);
      matcher.reset(header.toString(StandardCharsets.ISO_8859_1));
      if (!matcher.matches() && !matcher.hitEnd()) {
        return Result.SILENT; // whatever may follow, it is none
      }
    }
    int length = Integer.parseInt(matcher.group(1));
    if (length > MAX_BODY) {
      return Result.SILENT;
    }
    byte[] body = in.readNBytes(length);
    return body.length < length ? Result.SILENT : judge(new String(body, StandardCharsets.UTF_8));
  }

  private Result judge(String body) {
    JsonElement parsed;
    try {
      parsed = JsonParser.parseString(body);
    } catch (JsonParseException e) {
      return Result.SILENT;
    }
    if (!(parsed instanceof JsonObject message) || !message.has("id")) {
      return Result.SILENT;
    }
    boolean good =
        message.get("method") instanceof JsonPrimitive method
            && method.getAsString().equals("initialize")
            && tokenOf(message).map(this::isToken).orElse(false);
    return good ? new Result(body, null) : new Result(null, refusal(message.get("id")));
  }

  private static Optional<String> tokenOf(JsonObject message) {
    JsonElement at = message;
    for (String name :
        new String[] {"params", "initializationOptions", Protocol.SECTION, "token"}) {
      at = at instanceof JsonObject object ? object.get(name) : null;
    }
    return at instanceof JsonPrimitive found && found.isString()
        ? Optional.of(found.getAsString())
        : Optional.empty();
  }

  /** Takes as long for one that is nearly right as for any other. */
  private boolean isToken(String said) {
    return MessageDigest.isEqual(token, said.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(JsonElement id) {
    JsonObject error = new JsonObject();
    error.addProperty("code", REQUEST_FAILED);
    error.addProperty(
        "message",
        "The first request has to be initialize, with the token of the server's --token-file as"
            + " initializationOptions.colight.token");
    JsonObject answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("id", id.isJsonPrimitive() ? id : JsonNull.INSTANCE);
    answer.add("error", error);
    return answer.toString();
  }

  /** Returns a message as it goes over the wire. */
  static byte[] framed(String message) {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    byte[] header =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream frame = new ByteArrayOutputStream(header.length + body.length);
    frame.writeBytes(header);
    frame.writeBytes(body);
    return frame.toByteArray();
  }
}
