package dev.colight.lsp.rpc;

import com.google.gson.JsonParseException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/** Reads messages out of text; text that is no message is answered with an error. */
final class MessageParser {
  private static final Logger LOG = Logger.getLogger(MessageParser.class.getName());
  private static final Pattern PATH = Pattern.compile("path \\$\\.params\\.([\\w.\\[\\]]+)");

  private final MessageJsonHandler json;
  private final MessageIssueHandler issues;
  private final MessageConsumer replies;

  /**
   * Creates a parser.
   *
   * @param issues told of messages that are readable but wrong
   * @param replies where answers to unreadable ones go
   */
  MessageParser(MessageJsonHandler json, MessageIssueHandler issues, MessageConsumer replies) {
    this.json = json;
    this.issues = issues;
    this.replies = replies;
  }

  /** Hands a message to a consumer; nothing that is wrong with it is thrown. */
  void accept(String body, MessageConsumer consumer) {
    try {
      Message message = json.parseMessage(body);
      if (message == null) {
        replyUnreadable("the message is null");
      } else {
        consumer.consume(message);
      }
    } catch (MessageIssueException e) {
      issues.handle(e.getRpcMessage(), e.getIssues().stream().map(MessageParser::typed).toList());
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
