package dev.colight.lsp.rpc;

import dev.colight.protocol.ColightClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.jspecify.annotations.Nullable;

/** Connects a server to one client, whatever brings the messages. */
public final class Connection implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Connection.class.getName());

  private final Outbox outbox;
  private final RemoteEndpoint endpoint;
  private final MessageParser parser;
  private final ColightClient client;

  /**
   * Creates a connection.
   *
   * @param server object with LSP4J's annotations
   * @param out makes what writes messages; it may wait as long as it likes to
   * @param overflow ends the connection of a client for which too much waits, and does not wait; or
   *     null where that client is waited for, however much it is
   */
  public Connection(
      Object server,
      Function<MessageJsonHandler, MessageConsumer> out,
      @Nullable Runnable overflow) {
    Map<String, JsonRpcMethod> methods =
        new LinkedHashMap<>(ServiceEndpoints.getSupportedMethods(ColightClient.class));
    methods.putAll(ServiceEndpoints.getSupportedMethods(server.getClass()));
    MessageJsonHandler json = new MessageJsonHandler(methods);
    outbox = new Outbox(out.apply(json), overflow);
    endpoint =
        new RemoteEndpoint(
            outbox,
            new LifecycleGate(ServiceEndpoints.toEndpoint(server), methods),
            Connection::describe);
    json.setMethodProvider(endpoint);
    endpoint.setJsonHandler(json);
    parser = new MessageParser(json, endpoint, outbox);
    client = ServiceEndpoints.toServiceObject(endpoint, ColightClient.class);
  }

  /** Returns the client; calls on it never block. */
  public ColightClient client() {
    return client;
  }

  /** Handles a message from the client; to be called by one thread at a time. */
  public void receive(String message) {
    parser.accept(message, endpoint);
  }

  /** Sends what waits to be sent. */
  @Override
  public void close() {
    outbox.close();
  }

  private static ResponseError describe(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof ResponseErrorException known) {
      return known.getResponseError();
    }
    LOG.log(Level.SEVERE, "a request failed", cause);
    return new ResponseError(
        ResponseErrorCode.InternalError, "The server failed to answer: " + cause, null);
  }
}
