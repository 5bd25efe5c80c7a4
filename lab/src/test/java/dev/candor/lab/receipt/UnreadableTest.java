package dev.candor.lab.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Timing;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UnreadableTest {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** The same number of letters in another order, as programs have them that hide base64. */
  private static final String OTHER =
      "_doRTgHZBKcGVjlvpC,@aFSx#DPuNJme&i*MzLOEn)sUrthbf%Y^w.(kIQyXqWA!";

  @Test
  void randomBytesAreBinaryData() {
    assertThat(Unreadable.why(random(200))).isEqualTo("binary data");
    assertThat(Unreadable.why(random(100_000))).isEqualTo("binary data");
  }

  @Test
  void codedRandomBytesAreTextWithoutWords() {
    assertThat(why(Base64.getEncoder().encodeToString(random(900))))
        .isEqualTo("text without words");
    assertThat(why(Base64.getUrlEncoder().withoutPadding().encodeToString(random(5_000))))
        .isEqualTo("text without words");
    assertThat(why("data=" + Base64.getUrlEncoder().encodeToString(random(900)) + "&v=1"))
        .isEqualTo("text without words");
  }

  @Test
  void brokenIntoLinesTheyAreTheSame() {
    assertThat(why(Base64.getMimeEncoder().encodeToString(random(2_000))))
        .isEqualTo("text without words");
  }

  @Test
  void codedInAnAlphabetOfTheirOwnTheyAreTheSame() {
    StringBuilder hidden = new StringBuilder();
    Base64.getEncoder()
        .withoutPadding()
        .encodeToString(random(900))
        .chars()
        .forEach(c -> hidden.append(OTHER.charAt(BASE64.indexOf(c))));
    assertThat(why(hidden.toString())).isEqualTo("text without words");
  }

  @Test
  void withinJsonTheyAreToldAsSuch() {
    assertThat(why("{\"v\":1,\"d\":\"" + Base64.getEncoder().encodeToString(random(900)) + "\"}"))
        .isEqualTo("text without words within JSON");
  }

  @Test
  void shortOnesAreNot() {
    assertThat(Unreadable.why(new byte[0])).isEmpty();
    assertThat(Unreadable.why(random(63))).isEmpty();
    assertThat(why("{\"id\":\"" + Base64.getEncoder().encodeToString(random(300)) + "\"}"))
        .isEmpty();
  }

  @Test
  void base64OfATextIsRead() {
    assertThat(why(Base64.getEncoder().encodeToString(PROSE.repeat(20).getBytes(UTF_8)))).isEmpty();
    assertThat(why(Base64.getUrlEncoder().encodeToString(json(50).getBytes(UTF_8)))).isEmpty();
  }

  /** RFC 7523: an assertion of a header, claims and a signature of 256 bytes. */
  @Test
  void aTokenInAFormIsRead() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String claims =
        "{\"iss\":\"tool@example.test\",\"sub\":\"quillon\",\"scope\":\"%s\",\"exp\":1795000000}"
            .formatted("https://example.test/auth/all ".repeat(12));
    String token =
        encoder.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8))
            + "."
            + encoder.encodeToString(claims.getBytes(UTF_8))
            + "."
            + encoder.encodeToString(random(256));
    assertThat(token).hasSizeGreaterThan(800);
    assertThat(why("grant_type=urn%3Aietf%3Aparams%3Aoauth&assertion=" + token)).isEmpty();
  }

  @Test
  void jsonIsRead() {
    assertThat(why(json(100))).isEmpty();
    assertThat(why((json(1) + "\n").repeat(200))).isEmpty(); // newline-delimited
    assertThat(why(" " + json(100))).isEmpty();
    assertThat(why("[" + "1234567.891,".repeat(500) + "0]")).isEmpty();
  }

  @Test
  void programsWithoutSpacesAreRead() {
    StringBuilder program = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      program
          .append("e.exports=n(")
          .append(i)
          .append("),t.Q")
          .append(i % 7)
          .append("=(r,o)=>r&&!o?r.slice(0,")
          .append(i * 31)
          .append("):o.map(u=>u.get('k')||[]);");
    }
    assertThat(why(program.toString())).isEmpty();
    assertThat(why("{\"text\":\"" + program + "\"}")).isEmpty();
  }

  @Test
  void formsAndLongAddressesAreRead() {
    assertThat(why("redirect=" + "https%3A%2F%2Fexample.test%2Fa%3Fb%3D7%26c%3D".repeat(40)))
        .isEmpty();
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      form.append("&event%5B").append(i).append("%5D=start_Of+Session-").append(i * 37);
    }
    assertThat(why(form.toString())).isEmpty();
  }

  @Test
  void proseOfAnyScriptIsRead() {
    assertThat(why(PROSE.repeat(20))).isEmpty();
    assertThat(why(PROSE.repeat(20).replace(" ", "_"))).isEmpty();
    StringBuilder han = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      han.appendCodePoint(0x4e00 + i * 7919 % 3000);
    }
    assertThat(why(han.toString())).isEmpty();
  }

  @Test
  void partsOfAFormAreReadWhereTheyAreText() {
    String part = "--x1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\n";
    assertThat(why((part + PROSE + "\r\n").repeat(9) + "--x1--\r\n")).isEmpty();
    assertThat(why(part + Base64.getMimeEncoder().encodeToString(random(2_000)) + "\r\n--x1--"))
        .isEqualTo("text without words");
  }

  @Test
  void stringsInProtocolBuffersAreReadAndOtherBytesAreNot() {
    ByteArrayOutputStream strings = new ByteArrayOutputStream();
    for (String value : List.of("service.name", "tool", "host.name", "quince-7431", PROSE)) {
      strings.write(0x0a);
      strings.write(value.length());
      strings.writeBytes(value.getBytes(UTF_8));
    }
    assertThat(Unreadable.why(strings.toByteArray())).isEmpty();
    strings.writeBytes(random(2_000));
    assertThat(Unreadable.why(strings.toByteArray())).isEqualTo("binary data");
  }

  @Test
  void bodiesOfOneKindAreCounted() {
    byte[] one = random(500);
    byte[] longer = random(700);

    assertThat(
            Unreadable.among(
                List.of(
                    exchange("/a", one),
                    exchange("/b", PROSE.getBytes(UTF_8)),
                    exchange("/a", longer),
                    exchange("/a?n=1", one)),
                request -> request.body().bytes()))
        .containsExactly(new Unreadable("api.example.test", "POST /a", "binary data", 3, 700));
  }

  @Property(tries = 300)
  void anyBytesAreJudged(@ForAll byte[] bytes) {
    assertThat(Unreadable.why(bytes))
        .isIn("", "binary data", "text without words", "text without words within JSON");
  }

  private static final String PROSE =
      "The keeper trims the wick before the third watch, and writes down who came by. ";

  private static String json(int members) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < members; i++) {
      json.append(
          "\"eventName%d\":{\"at\":%d,\"ok\":true,\"of\":\"Session-Start/%d\"},"
              .formatted(i, 1_795_000_000L + i * 977L, i));
    }
    return json.append("\"end\":null}").toString();
  }

  private static String why(String text) {
    return Unreadable.why(text.getBytes(UTF_8));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static Exchange exchange(String target, byte[] body) {
    return new Exchange(
        1,
        new Connection(
            1,
            "10.0.0.1:4000",
            "10.0.0.2:443",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Request(
            "POST",
            "https",
            "api.example.test",
            target,
            Protocol.HTTP_1_1,
            List.of(),
            Body.of(body)),
        Optional.empty(),
        new Timing(Instant.EPOCH, Duration.ZERO, Duration.ZERO, Duration.ZERO),
        "empty");
  }
}
