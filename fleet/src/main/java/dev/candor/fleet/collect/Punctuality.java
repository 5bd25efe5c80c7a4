package dev.candor.fleet.collect;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections whose next request has not come whole within a time, handshake and head
 * included. The server's own time-out begins anew with each byte, so that a byte every few seconds
 * would hold a connection for hours.
 */
final class Punctuality extends Handler.Wrapper implements Connection.Listener {
  private final Duration patience;
  private final Map<Connection, Long> waiting = new ConcurrentHashMap<>();

  Punctuality(Handler handler, Duration patience) {
    super(handler);
    this.patience = patience;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData) {
      waiting.put(connection, System.nanoTime());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    waiting.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    waiting.remove(connection);
    Request.addCompletionListener(
        request,
        _ -> {
          waiting.put(connection, System.nanoTime());
          if (!connection.getEndPoint().isOpen()) {
            waiting.remove(connection);
          }
        });
    return super.handle(request, response, callback);
  }

  /** Closes those that are late. */
  void sweep() {
    long now = System.nanoTime();
    waiting.forEach((connection, since) -> {
      if (now - since > patience.toNanos() && waiting.remove(connection, since)) {
        connection.getEndPoint().close();
      }
    });
  }
}
