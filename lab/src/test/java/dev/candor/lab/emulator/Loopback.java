package dev.candor.lab.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.candor.lab.recipe.Recipe;
import dev.candor.wire.Exchange;
import dev.candor.wire.tls.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** An emulator on a port of this machine, and clients for it. */
final class Loopback implements AutoCloseable {
  private static final int PATIENCE_MILLISECONDS = 20_000;

  final Authority authority = Authority.create();
  final Recording recording;
  final InetSocketAddress address;
  final Emulator.Listening listening;
  private final Emulator emulator = new Emulator(authority);

  Loopback() {
    this(new Recording(10_000, 256 << 20), Callers.NONE);
  }

  Loopback(Recording recording, Callers callers) {
    this.recording = recording;
    Recipe.Answer none =
        new Recipe.Answer("none.example.test", "GET", "/*", 204, "text/plain", "unseen");
    Recipe.Answer some =
        new Recipe.Answer("some.example.test", "GET", "/*", 200, "text/plain", "something");
    Answers answers = new Answers(List.of(none, some), List.of(new Counting()));
    try {
      ServerSocketChannel bound = ServerSocketChannel.open();
      bound.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      address = (InetSocketAddress) bound.getLocalAddress();
      listening = emulator.listen(bound, answers, recording, callers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  static String lines(String... lines) {
    return String.join("\r\n", lines);
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Sends all at once, and gives what is answered until the other end closes. */
  String say(String... lines) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes(lines(lines)));
      return text(socket.getInputStream().readAllBytes());
    }
  }

  /** Trusts the emulator's authority. */
  SSLContext trusting() {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("candor", authority.certificate());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Begins TLS on a connection.
   *
   * @param name to ask for; none where it is empty
   */
  SSLSocket encrypt(SSLContext context, Socket socket, String name, String... alpn)
      throws IOException {
    SSLSocket tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, "127.0.0.1", address.getPort(), true);
    SSLParameters parameters = tls.getSSLParameters();
    if (!name.isEmpty()) {
      parameters.setServerNames(List.of(new SNIHostName(name)));
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    parameters.setApplicationProtocols(alpn);
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  /** The recording, once it has that many exchanges: an answer is read before it is recorded. */
  List<Exchange> exchanges(int count) {
    await(() -> recording.exchanges().size() >= count);
    return recording.exchanges();
  }

  List<Failure> failures(int count) {
    await(() -> recording.failures().size() >= count);
    return recording.failures();
  }

  static void await(BooleanSupplier seen) {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLISECONDS).toNanos();
    while (!seen.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("what was waited for did not come");
      }
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  @Override
  public void close() {
    listening.close();
    emulator.close();
  }
}
