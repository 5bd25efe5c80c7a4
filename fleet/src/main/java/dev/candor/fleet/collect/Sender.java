package dev.candor.fleet.collect;

import dev.candor.audit.json.HostileJson;
import dev.candor.core.InputException;
import dev.candor.text.Utf8;
import dev.candor.text.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Sends inventories to one service and to no other: redirects are not followed, and a token does
 * not leave this machine unencrypted.
 */
public final class Sender implements AutoCloseable {
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LONGEST_ANSWER = 16_384;
  private static final int LONGEST_TOLD = 300;
  private static final String PATH = "v1/inventories";

  private static final String NO_ADDRESS =
      "What --post names is no address. Write https://HOST/ of the service, without a login.";

  private final URI address;
  private final String token;
  private final HttpClient client;
  private final Pause pause;

  /**
   * @param address of the service, as {@code https://fleet.example.com/}; http on this machine only
   * @param token to send
   * @param authorities trusted certificates in PEM, instead of those of Java
   * @throws InputException if the address is none, or the token would be read on its way
   */
  public Sender(String address, String token, Optional<Path> authorities, Pause pause) {
    this.address = checked(address);
    this.token = token;
    this.pause = pause;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE);
    authorities.ifPresent(file -> builder.sslContext(trusting(file)));
    client = builder.build();
  }

  private static URI checked(String text) {
    URI uri;
    try {
      uri = new URI(text.endsWith("/") ? text : text + "/");
    } catch (URISyntaxException e) {
      throw new InputException(NO_ADDRESS, e);
    }
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new InputException(NO_ADDRESS);
    }
    if (uri.getScheme().equals("http") && !isThisMachine(uri.getHost())) {
      throw new InputException(
          "The token would go to %s unencrypted. Write https:// with --post."
              .formatted(Visible.of(uri.getHost())));
    }
    return uri.resolve(PATH);
  }

  /** By its form: a name that resolves to this machine now may not do so at the next look. */
  private static boolean isThisMachine(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    boolean number =
        host.startsWith("[") || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    try {
      return number && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static SSLContext trusting(Path file) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(TlsFiles.trusted(file));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  /**
   * Sends one, again where that may help, and returns when the service has it or not.
   *
   * @param document the inventory as JSON
   * @throws InterruptedException if somebody ends it
   */
  public Sending send(byte[] document) throws InterruptedException {
    byte[] packed = packed(document);
    Duration rest = FIRST_PAUSE;
    for (int i = 1; ; i++) {
      Attempt attempt = attempt(packed);
      if (attempt.again().isEmpty() || i == TRIES) {
        return attempt.sending();
      }
      pause.of(attempt.again().get().later().orElse(shaken(rest)));
      rest = rest.multipliedBy(2);
    }
  }

  /**
   * @param again whether another try may help soon
   */
  private record Attempt(Sending sending, Optional<Again> again) {
    static Attempt last(Sending sending) {
      return new Attempt(sending, Optional.empty());
    }

    static Attempt again(Sending sending, Optional<Duration> later) {
      return new Attempt(sending, Optional.of(new Again(later)));
    }
  }

  /**
   * @param later that the service wants to be asked no sooner
   */
  private record Again(Optional<Duration> later) {}

  /** Machines that failed at one moment do not all come back at one moment. */
  private static Duration shaken(Duration rest) {
    return rest.plusMillis(ThreadLocalRandom.current().nextLong(rest.toMillis()));
  }

  private Attempt attempt(byte[] packed) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .header("User-Agent", "candor")
            .POST(HttpRequest.BodyPublishers.ofByteArray(packed))
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return attempt(response, body.readNBytes(LONGEST_ANSWER));
      }
    } catch (IOException e) {
      return Attempt.again(
          new Sending.Failed(
              "%s was not reached (%s)"
                  .formatted(Visible.of(address.getHost()), e.getClass().getSimpleName())),
          Optional.empty());
    }
  }

  private static Attempt attempt(HttpResponse<InputStream> response, byte[] body) {
    int status = response.statusCode();
    if (status == 200 || status == 201) {
      return Attempt.last(new Sending.Acknowledged());
    }
    if (status / 100 == 3) {
      return Attempt.last(
          new Sending.Failed(
              "it points to another address, which is not followed: "
                  + Visible.of(
                      response.headers().firstValue("Location").orElse("none"), LONGEST_TOLD)));
    }
    String told = "it answered %d%s".formatted(status, said(body));
    return switch (status) {
      // These are about the document. All else may be mended at the service or on the way.
      case 400, 409, 413, 415, 422 -> Attempt.last(new Sending.Refused(told));
      case 408, 429 -> Attempt.again(new Sending.Failed(told), later(response));
      default ->
          status / 100 == 5
              ? Attempt.again(new Sending.Failed(told), later(response))
              : Attempt.last(new Sending.Failed(told));
    };
  }

  private static Optional<Duration> later(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .filter(text -> !text.isEmpty())
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .map(wish -> wish.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wish);
  }

  /** The detail of problem details (RFC 9457), or the text itself; visible characters only. */
  private static String said(byte[] body) {
    String text = Utf8.text(body).orElse("").strip();
    try {
      text = HostileJson.tree("the answer", body).path("detail").asString(text);
    } catch (InputException e) {
      // No JSON: a proxy on the way may say it in its own words.
    }
    return text.isEmpty() ? "" : ": " + Visible.of(text, LONGEST_TOLD);
  }

  private static byte[] packed(byte[] document) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
