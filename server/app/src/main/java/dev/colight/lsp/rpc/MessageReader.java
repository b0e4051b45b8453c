package dev.colight.lsp.rpc;

import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads framed messages until the stream ends, and nothing else ends it: a body that is no message
 * is answered with an error, a broken header is skipped up to the next {@code Content-Length}.
 *
 * <p>LSP4J's own reader parses straight from the stream, so that a body which it gives up on leaves
 * its rest to be taken for headers.
 */
final class MessageReader implements MessageProducer {
  private static final Logger LOG = Logger.getLogger(MessageReader.class.getName());
  private static final String LENGTH = "content-length:";
  private static final Pattern PATH = Pattern.compile("path \\$\\.params\\.([\\w.\\[\\]]+)");
  private static final int MAX_BODY = 1 << 28;
  private static final int MAX_HEADER = 1 << 13;

  private final InputStream in;
  private final MessageJsonHandler json;
  private final MessageIssueHandler issues;
  private final MessageConsumer replies;

  /**
   * Creates a reader.
   *
   * @param issues told of messages that are readable but wrong
   * @param replies where answers to unreadable ones go
   */
  MessageReader(
      InputStream in,
      MessageJsonHandler json,
      MessageIssueHandler issues,
      MessageConsumer replies) {
    this.in = new BufferedInputStream(in);
    this.json = json;
    this.issues = issues;
    this.replies = replies;
  }

  @Override
  public void listen(MessageConsumer consumer) {
    try {
      for (int length = readHeader(); length >= 0; length = readHeader()) {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
          return;
        }
        accept(new String(body, StandardCharsets.UTF_8), consumer);
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "the client's stream broke", e);
    }
  }

  /** Returns the length of the next body, or -1 at the end of the stream. */
  private int readHeader() throws IOException {
    int length = -1;
    for (String line = readLine(); line != null; line = readLine()) {
      int at = line.toLowerCase(Locale.ROOT).lastIndexOf(LENGTH);
      if (at >= 0) {
        length = parseLength(line.substring(at + LENGTH.length()).trim());
      } else if (line.isEmpty() && length >= 0) {
        return length;
      }
    }
    return -1;
  }

  private static int parseLength(String text) {
    try {
      int length = Integer.parseInt(text);
      if (length >= 0 && length <= MAX_BODY) {
        return length;
      }
    } catch (NumberFormatException e) {
      LOG.log(Level.FINE, "not a number", e);
    }
    LOG.warning(() -> "skipping a message with Content-Length: " + text);
    return -1;
  }

  private @Nullable String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
      }
      if (line.length() == MAX_HEADER) {
        line.delete(0, MAX_HEADER / 2);
      }
      line.append((char) c);
    }
    return null;
  }

  private void accept(String body, MessageConsumer consumer) {
    try {
      Message message = json.parseMessage(body);
      if (message == null) {
        replyUnreadable("the message is null");
      } else {
        consumer.consume(message);
      }
    } catch (MessageIssueException e) {
      issues.handle(e.getRpcMessage(), e.getIssues().stream().map(MessageReader::typed).toList());
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      replyUnreadable(e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(Level.SEVERE, "a message could not be handled", e);
    }
  }

  /**
   * Says of params which could not be read that they are to blame: the message itself is one, or
   * there would be nobody to answer.
   */
  private static MessageIssue typed(MessageIssue issue) {
    if (issue.getIssueCode() != ResponseErrorCode.ParseError.getValue()) {
      return issue;
    }
    Matcher path = PATH.matcher(String.valueOf(issue.getCause()));
    String what = path.find() ? "param " + path.group(1) + " has" : "params have";
    return new MessageIssue(
        "The " + what + " a value of the wrong type.",
        ResponseErrorCode.InvalidParams.getValue(),
        issue.getCause());
  }

  private void replyUnreadable(@Nullable String why) {
    LOG.warning(() -> "unreadable message: " + why);
    ResponseMessage reply = new ResponseMessage();
    reply.setJsonHandler(json);
    reply.setError(
        new ResponseError(ResponseErrorCode.ParseError, "The message is not JSON-RPC.", null));
    replies.consume(reply);
  }
}
