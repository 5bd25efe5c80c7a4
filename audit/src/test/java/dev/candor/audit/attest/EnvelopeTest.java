package dev.candor.audit.attest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.audit.json.HostileJson;
import dev.candor.core.InputException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
  private static final SigningKey KEY = SigningKey.create();

  /** The example of the DSSE protocol, version 1. */
  @Test
  void whatIsSignedIsAsTheSpecificationSays() {
    assertThat(
            Envelope.authenticated("http://example.com/HelloWorld", "hello world".getBytes(UTF_8)))
        .asString(UTF_8)
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  }

  /** Lengths are those of bytes, as it says. */
  @Test
  void lengthsAreOfBytes() {
    assertThat(Envelope.authenticated("\u00e9", "\u4e2d".getBytes(UTF_8)))
        .asString(UTF_8)
        .isEqualTo("DSSEv1 2 \u00e9 3 \u4e2d");
  }

  /** The specification's example of an envelope; its signature is of another algorithm. */
  @Test
  void theSpecificationsEnvelopeIsRead() {
    Envelope envelope =
        read(
            """
            {"payload": "aGVsbG8gd29ybGQ=",
             "payloadType": "http://example.com/HelloWorld",
             "signatures": [{"keyid": "66301bbf",
              "sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}
            """);

    assertThat(envelope.payload()).asString(UTF_8).isEqualTo("hello world");
    assertThat(envelope.signatures().getFirst().keyid()).contains("66301bbf");
    assertThat(envelope.signatures().getFirst().signature()).hasSize(64);
    assertThat(envelope.isSignedBy(KEY.verifying())).isFalse();
  }

  @Test
  void oneOfSeveralSignaturesIsEnoughWhereverItStandsAndWhateverItsId() {
    Envelope mine = Envelope.signed("t", "p".getBytes(UTF_8), KEY);
    Envelope.Signed other =
        Envelope.signed("t", "p".getBytes(UTF_8), SigningKey.create()).signatures().getFirst();
    Envelope.Signed unnamed =
        new Envelope.Signed(Optional.empty(), mine.signatures().getFirst().signature());

    Envelope both = new Envelope("t", mine.payload(), List.of(other, unnamed));

    assertThat(read(written(both)).isSignedBy(KEY.verifying())).isTrue();
    assertThat(read(written(both)).isSignedBy(SigningKey.create().verifying())).isFalse();
  }

  @Test
  void theEnvelopesOwnFormDoesNotMatter() {
    String written = written(Envelope.signed("t", "{ \"a\" : 1 }".getBytes(UTF_8), KEY));

    String other =
        written.replaceAll("\\s+", "").replace("{\"payloadType\"", "{\"more\":[7],\"payloadType\"");

    assertThat(read(other).isSignedBy(KEY.verifying())).isTrue();
  }

  @Test
  void bothAlphabetsAreRead() {
    byte[] bytes = {(byte) 0xfb, (byte) 0xff, (byte) 0xbf};
    String json = "{\"payloadType\":\"t\",\"payload\":\"%s\",\"signatures\":[{\"sig\":\"AA==\"}]}";

    assertThat(read(json.formatted("-_-_")).payload()).isEqualTo(bytes);
    assertThat(read(json.formatted("+/+/")).payload()).isEqualTo(bytes);
  }

  @Property(tries = 200)
  void aChangedByteOfThePayloadIsNotSigned(
      @ForAll @Size(min = 1, max = 300) byte[] payload,
      @ForAll @IntRange(max = 299) int at,
      @ForAll @IntRange(max = 7) int bit) {
    Envelope good = Envelope.signed("t", payload, KEY);
    byte[] changed = payload.clone();
    changed[at % changed.length] ^= (byte) (1 << bit);

    assertThat(good.isSignedBy(KEY.verifying())).isTrue();
    assertThat(new Envelope("t", changed, good.signatures()).isSignedBy(KEY.verifying())).isFalse();
  }

  @Property(tries = 200)
  void aChangedByteOfTheSignatureIsNone(
      @ForAll @IntRange(max = 63) int at, @ForAll @IntRange(max = 7) int bit) {
    Envelope good = Envelope.signed("t", new byte[] {1, 2, 3}, KEY);
    byte[] changed = good.signatures().getFirst().signature().clone();
    changed[at] ^= (byte) (1 << bit);

    assertThat(
            new Envelope(
                    "t", good.payload(), List.of(new Envelope.Signed(Optional.empty(), changed)))
                .isSignedBy(KEY.verifying()))
        .isFalse();
  }

  /** Type and payload cannot lend each other a byte. */
  @Property(tries = 200)
  void whatIsSignedTellsTypeAndPayloadApart(
      @ForAll String type, @ForAll String payload, @ForAll @IntRange(min = 1, max = 5) int moved) {
    String both = type + payload;
    int cut = Math.floorMod(type.length() + moved, both.length() + 1);
    byte[] one = Envelope.authenticated(type, payload.getBytes(UTF_8));
    byte[] other =
        Envelope.authenticated(both.substring(0, cut), both.substring(cut).getBytes(UTF_8));

    assertThat(cut == type.length() || !Arrays.equals(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"payloadType\":\"t\" | \"payloadType\":7 | e.json, /payloadType: not a text.",
        "\"payload\":\"aGk=\" | \"other\":1 | e.json, /payload: not a text.",
        "aGk= | aGk | e.json, /payload: not base64 as it is written.",
        "aGk= | aGl= | e.json, /payload: not base64 as it is written.",
        "aGk= | aG k= | e.json, /payload: not base64.",
        "aGk= | +_== | e.json, /payload: not base64.",
        "[{\"sig\":\"AA==\"}] | [] | e.json, /signatures: not a list of 1 to 64 signatures.",
        "[{\"sig\":\"AA==\"}] | {} | e.json, /signatures: not a list of 1 to 64 signatures.",
        "\"sig\":\"AA==\" | \"sig\":\"?\" | e.json, /signatures/0/sig: not base64.",
        "\"sig\":\"AA==\" | \"sig\":\"AA==\",\"keyid\":[] | e.json, /signatures/0/keyid: not a text.",
        "\"sig\":\"AA==\" | \"sig\":\"AA==\",\"sig\":\"AQ==\" | a member is named twice in one object.",
        "\"payloadType\":\"t\" | \"payloadType\":\"t\",\"n\":1e999 | e.json, /n: a number that no report has.",
        "\"payloadType\":\"t\" | \"n\":92233720368547758070,\"payloadType\":\"t\" | e.json, /n: a number that no report has.",
      })
  void whatIsWrongIsToldWithItsPlace(String part, String instead, String message) {
    String good =
        "{\"payloadType\":\"t\",\"payload\":\"aGk=\",\"signatures\":[{\"sig\":\"AA==\"}]}";
    assertThat(read(good).payload()).asString(UTF_8).isEqualTo("hi");
    assertThat(good).contains(part);

    assertThatThrownBy(() -> read(good.replace(part, instead)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("e.json, ")
        .hasMessageContaining(message);
  }

  @Test
  void signaturesAreBounded() {
    String one = "{\"sig\":\"AA==\"},";
    String json = "{\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":[%s]}";

    assertThat(read(json.formatted(one.repeat(63) + "{\"sig\":\"AA==\"}")).signatures())
        .hasSize(64);
    assertThatThrownBy(() -> read(json.formatted(one.repeat(64) + "{\"sig\":\"AA==\"}")))
        .hasMessageContaining("1 to 64 signatures");
  }

  @Test
  void aSignatureAndATypeAreBounded() {
    String json = "{\"payloadType\":\"%s\",\"payload\":\"\",\"signatures\":[{\"sig\":\"%s\"}]}";

    assertThatThrownBy(() -> read(json.formatted("t".repeat(256), "AA==")))
        .hasMessageContaining("/payloadType: longer than in any envelope");
    assertThatThrownBy(() -> read(json.formatted("t", "A".repeat(1028))))
        .hasMessageContaining("/signatures/0/sig: longer than in any envelope");
  }

  @Test
  void depthIsBounded() {
    assertThatThrownBy(() -> read("{\"signatures\":" + "[".repeat(1000)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("larger or deeper than a report is");
  }

  @Test
  void whatIsNoUtf8IsRefused() {
    byte[] overlong = {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'};

    assertThatThrownBy(() -> HostileJson.tree("e.json", overlong))
        .isInstanceOf(InputException.class)
        .hasMessage("e.json: not a text in UTF-8.");
  }

  private static Envelope read(String json) {
    return Envelope.of("e.json", HostileJson.tree("e.json", json.getBytes(UTF_8)));
  }

  private static String written(Envelope envelope) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    envelope.write(out);
    return out.toString(UTF_8);
  }
}
