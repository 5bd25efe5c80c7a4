package dev.candor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AdminTest {
  private static String ask(Gateways gateway, String line) throws IOException {
    try (Socket socket =
        new Socket(
            InetAddress.getLoopbackAddress(),
            gateway.proxy.adminAddress().orElseThrow().getPort())) {
      socket.setSoTimeout(Gateways.PATIENCE_MILLISECONDS);
      RawServer.say(socket, line + " HTTP/1.1", "Host: x", "", "");
      return RawServer.text(socket.getInputStream().readAllBytes());
    }
  }

  @Test
  void tellsMetricsAndHealth() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(socket -> {
          RawServer.head(socket.getInputStream());
          asked.countDown();
          try {
            over.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        })) {
      Gateways.Setup setup = Gateways.to(server);
      setup.admin = Optional.of(Gateways.local());
      try (Gateways gateway = setup.open();
          Socket client = gateway.connect()) {
        assertThat(ask(gateway, "GET /healthz")).startsWith("HTTP/1.1 200 OK").endsWith("\r\nok\n");
        assertThat(ask(gateway, "GET /readyz")).startsWith("HTTP/1.1 200 OK");
        assertThat(ask(gateway, "GET /else")).startsWith("HTTP/1.1 404 ");
        assertThat(ask(gateway, "POST /metrics")).startsWith("HTTP/1.1 405 ");

        RawServer.say(client, "GET /up/ HTTP/1.1", "Host: x", "", "");
        asked.await();
        assertThat(ask(gateway, "GET /metrics"))
            .contains("text/plain; version=0.0.4")
            .contains("candor_gateway_requests_open 1\n")
            .contains("candor_gateway_requests_total{upstream=\"up\"} 1\n");

        Thread drain = Thread.ofVirtual().start(() -> gateway.proxy.drain(Duration.ofMinutes(1)));
        Gateways.await(() -> {
          try {
            return ask(gateway, "GET /readyz").startsWith("HTTP/1.1 503 ");
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
        over.countDown();
        drain.join();
      }
    }
  }
}
