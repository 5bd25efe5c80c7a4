package dev.candor.audit.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final WatchState.Pending POST = new WatchState.Pending("event-1", "{\"a\": 1}");

  private final Receiver receiver = Receiver.start();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void postsTheBodyAsJsonWithItsId() {
    assertThat(webhook(Optional.empty()).post(POST)).isEmpty();

    Receiver.Post post = receiver.posts().getFirst();
    assertThat(post.body()).isEqualTo("{\"a\": 1}");
    assertThat(post.method()).isEqualTo("POST");
    assertThat(post.header("Content-Type")).contains("application/json");
    assertThat(post.header("X-Candor-Delivery")).contains("event-1");
    assertThat(post.header("X-Candor-Signature-256")).isEmpty();
  }

  /** RFC 4231, test case 2. */
  @Test
  void theSignatureIsThatOfTheStandard() {
    assertThat(
            Webhook.hmac(
                "Jefe", "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void aSecretSignsTheBody() {
    webhook(Optional.of("secret")).post(POST);

    Receiver.Post post = receiver.posts().getFirst();
    assertThat(post.header("X-Candor-Signature-256"))
        .contains("sha256=" + Webhook.hmac("secret", post.body().getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 404, 500, 503})
  void anyOtherAnswerIsATrouble(int status) {
    receiver.answers(status);
    assertThat(webhook(Optional.empty()).post(POST)).contains("the webhook answered " + status);
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (Receiver other = Receiver.start()) {
      receiver.redirectsTo(other.address());

      assertThat(webhook(Optional.of("s")).post(POST)).contains("the webhook answered 307");

      assertThat(other.posts()).isEmpty();
    }
  }

  @Test
  void aReceiverThatIsGoneIsATrouble() {
    Webhook webhook = webhook(Optional.empty());
    receiver.close();
    assertThat(webhook.post(POST)).get().asString().startsWith("the webhook was not reached (");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nowhere",
        "ftp://a.example.test/",
        "https:///x",
        "https://u:p@a.example.test/"
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> new Webhook(text, Optional.empty(), Duration.ofSeconds(1)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("What --webhook names is no address.")
        .hasMessageNotContaining("u:p");
  }

  private Webhook webhook(Optional<String> secret) {
    return new Webhook(receiver.address(), secret, Duration.ofSeconds(5));
  }
}
