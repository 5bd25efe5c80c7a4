package dev.candor.audit.watch;

import dev.candor.core.InputException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts to one address and to no other: redirects are not followed, and what is answered is not
 * read.
 */
public final class Webhook implements AutoCloseable {
  /** As in {@code sha256=HEX}: HMAC-SHA256 (RFC 2104) of the body with the secret. */
  static final String SIGNATURE = "X-Candor-Signature-256";

  /** The event's id, the same when it is posted again. */
  static final String DELIVERY = "X-Candor-Delivery";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SUCCESS = 2;

  private final URI address;
  private final Optional<String> secret;
  private final Duration patience;
  private final HttpClient client;

  /**
   * @param address http or https
   * @param secret shared with the receiver; posts are not signed where it is empty
   * @param patience for an answer
   * @throws InputException if it is no such address
   */
  public Webhook(String address, Optional<String> secret, Duration patience) {
    this.address = checked(address);
    this.secret = secret.filter(text -> !text.isEmpty());
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  private static URI checked(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new InputException(NO_ADDRESS, e);
    }
    throw new InputException(NO_ADDRESS);
  }

  /** Without the address, which may be a secret itself. */
  private static final String NO_ADDRESS =
      "What --webhook names is no address. Write https://HOST/PATH, without a login; a secret for"
          + " signing goes into CANDOR_WEBHOOK_SECRET.";

  /** Why it was not taken, in words; empty where it was (status 200 to 299). */
  Optional<String> post(WatchState.Pending one) {
    byte[] body = one.body().getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("User-Agent", "candor")
            .header(DELIVERY, one.id())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    secret.ifPresent(key -> request.header(SIGNATURE, "sha256=" + hmac(key, body)));
    try {
      int status =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == SUCCESS
          ? Optional.empty()
          : Optional.of("the webhook answered " + status);
    } catch (IOException e) {
      return Optional.of("the webhook was not reached (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("it was interrupted");
    }
  }

  static String hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
