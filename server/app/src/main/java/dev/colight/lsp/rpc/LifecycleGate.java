package dev.colight.lsp.rpc;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what may come at each stage of a session, as LSP has it, so that what stands behind
 * it need not ask. Used by the reading thread alone.
 */
final class LifecycleGate implements Endpoint {
  private static final Logger LOG = Logger.getLogger(LifecycleGate.class.getName());

  /**
   * Read with care, whatever is left out: clients do not agree on what there has to be in their
   * capabilities, and some have no settings to tell.
   */
  private static final Set<String> LENIENT =
      Set.of("initialize", "workspace/didChangeConfiguration");

  private enum Stage {
    NEW,
    RUNNING,
    SHUT_DOWN
  }

  private final Endpoint behind;
  private final Map<String, JsonRpcMethod> methods;
  private Stage stage = Stage.NEW;

  /**
   * Creates a gate before an endpoint.
   *
   * @param methods what the endpoint knows
   */
  LifecycleGate(Endpoint behind, Map<String, JsonRpcMethod> methods) {
    this.behind = behind;
    this.methods = methods;
  }

  @Override
  public CompletableFuture<?> request(String method, @Nullable Object parameter) {
    boolean initialize = method.equals("initialize");
    if (stage == Stage.NEW && !initialize) {
      return refuse(ResponseErrorCode.ServerNotInitialized, "The first request is initialize.");
    }
    if (stage == Stage.SHUT_DOWN) {
      return refuse(ResponseErrorCode.InvalidRequest, "The server has been shut down.");
    }
    if (stage == Stage.RUNNING && initialize) {
      return refuse(ResponseErrorCode.InvalidRequest, "The server is initialized already.");
    }
    JsonRpcMethod known = methods.get(method);
    if (known != null && known.getParameterTypes().length > 0 && parameter == null) {
      return refuse(ResponseErrorCode.InvalidParams, "The request has no params.");
    }
    Optional<String> missing = missing(method, parameter);
    if (missing.isPresent()) {
      return refuse(ResponseErrorCode.InvalidParams, "The params lack " + missing.get() + ".");
    }
    CompletableFuture<?> result;
    try {
      result = behind.request(method, parameter);
    } catch (UnsupportedOperationException e) {
      // What LSP4J's interfaces do in place of a method that a server does not have.
      return refuse(ResponseErrorCode.MethodNotFound, "There is no " + method + " here.");
    }
    if (initialize) {
      stage = Stage.RUNNING;
    } else if (known != null && method.equals("shutdown")) {
      stage = Stage.SHUT_DOWN;
    }
    return result;
  }

  @Override
  public void notify(String method, @Nullable Object parameter) {
    if (stage != Stage.RUNNING && !method.equals("exit")) {
      LOG.fine(() -> "dropped " + method + ", which may not come now");
      return;
    }
    Optional<String> missing = missing(method, parameter);
    if (missing.isPresent()) {
      LOG.warning(() -> "ignored " + method + ", whose params lack " + missing.get());
      return;
    }
    try {
      behind.notify(method, parameter);
    } catch (UnsupportedOperationException e) {
      LOG.fine(() -> "ignored " + method);
    }
  }

  private static Optional<String> missing(String method, @Nullable Object parameter) {
    return parameter == null || LENIENT.contains(method)
        ? Optional.empty()
        : Params.missing(parameter);
  }

  private static CompletableFuture<?> refuse(ResponseErrorCode code, String message) {
    return CompletableFuture.failedFuture(
        new ResponseErrorException(new ResponseError(code, message, null)));
  }
}
