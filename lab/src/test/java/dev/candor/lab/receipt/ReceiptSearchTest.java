package dev.candor.lab.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.lab.names.Lookup;
import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Timing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptSearchTest {
  private static final ReceiptSearch SEARCH = new ReceiptSearch(r -> r.body().bytes());

  private static final Fact HOST = new Fact("hostname", "quince-7431");

  /**
   * Expected texts by coreutils: printf quince-7431 | base64, xxd -p, md5sum, sha1sum, sha256sum.
   */
  @ParameterizedTest
  @CsvSource({
    "quince-7431, plain",
    "QUINCE-7431, 'plain, other case'",
    "cXVpbmNlLTc0MzE, base64",
    "7175696e63652d37343331, hex",
    "78821ccac2c9e1e1fc3b9ddd537133a30f62e0055d49815d313db7e16d06997e, sha256 in hex",
    "4c3087cd1b3f99d0930d720a942ffe1f, md5 in hex",
    "SKi8oSNhfqln3W9SjqDu0L1M2ro, sha1 in base64",
    "78821ccac2c9e1e1, 'sha256 in hex, cut'",
  })
  void findsAValueInTheRenderingsThatProgramsUse(String text, String name) {
    Receipt receipt = receipt(request("/x", List.of(), "{\"a\": [{\"b\": \"<" + text + ">\"}]}"));

    assertThat(receipt.entries())
        .containsExactly(
            new Receipt.Entry(HOST, "api.example.test", "POST /x", "body /a/0/b", name, 1));
  }

  @Test
  void findsBase64WithinLongerData() {
    // printf 'h=quince-7431;' | base64 and printf 'on quince-7431' | base64
    for (String data : List.of("aD1xdWluY2UtNzQzMTs=", "b24gcXVpbmNlLTc0MzE=")) {
      assertThat(receipt(request("/x", List.of(), data)).entries())
          .extracting(Receipt.Entry::where)
          .containsExactly("body");
    }
  }

  @Test
  void saysWhichHeaderAndWhichTarget() {
    Receipt receipt =
        receipt(
            request(
                "/p?h=quince-7431",
                List.of(new Header("X-Machine", "id=quince-7431"), new Header("Accept", "*/*")),
                ""));

    assertThat(receipt.entries())
        .extracting(Receipt.Entry::where)
        .containsExactly("header X-Machine", "target");
  }

  @Test
  void findsWhatIsANameInJson() {
    assertThat(receipt(request("/x", List.of(), "{\"quince-7431\": 1}")).entries())
        .extracting(Receipt.Entry::where)
        .containsExactly("body /quince-7431 (its name)");
  }

  /** A tree of them would take a hundred times their size in memory. */
  @Test
  void looksAtMillionsOfEmptyListsAsAWhole() {
    String body = "[" + "[],".repeat(1_100_000) + "\"quince-7431\"]";

    assertThat(receipt(request("/x", List.of(), body)).entries())
        .extracting(Receipt.Entry::where)
        .containsExactly("body");
  }

  @ParameterizedTest
  @ValueSource(ints = {501, 1_000_000})
  void looksAtWhatIsNestedTooDeepAsAWhole(int deep) {
    String body = "[".repeat(deep) + "\"quince-7431\"" + "]".repeat(deep);

    assertThat(receipt(request("/x", List.of(), body)).entries())
        .extracting(Receipt.Entry::where)
        .containsExactly("body");
  }

  @Test
  void countsExchangesAndNamesEachPlaceOnce() {
    Request twice = request("/x", List.of(), "{\"a\": \"quince-7431 quince-7431\"}");

    Receipt receipt =
        SEARCH.of(List.of(exchange(1, twice), exchange(2, twice)), List.of(), List.of(HOST));

    assertThat(receipt.entries()).extracting(Receipt.Entry::times).containsExactly(2);
  }

  @Test
  void findsNothingWhereOnlyPartsOfTheValueStand() {
    assertThat(receipt(request("/quince", List.of(), "{\"a\": \"quince 7431\"}")).entries())
        .isEmpty();
  }

  @Test
  void looksAtWhatOnlyBeginsAsJsonAsAWhole() {
    assertThat(receipt(request("/x", List.of(), "{\"a\": \"quince-7431\"")).entries())
        .extracting(Receipt.Entry::where)
        .containsExactly("body");
  }

  @Test
  void whatANameSaysIsToldToTheNameServer() {
    // printf quince-7431 | xxd -p
    assertThat(
            SEARCH
                .of(
                    List.of(),
                    List.of(
                        lookup("quince-7431.tell.example.test", 2),
                        lookup("7175696e63652d37343331.tell.example.test", 1),
                        lookup("tell.example.test", 5)),
                    List.of(HOST))
                .entries())
        .containsExactly(
            new Receipt.Entry(
                HOST,
                ReceiptSearch.NAME_SERVER,
                "look-up",
                "7175696e63652d37343331.tell.example.test",
                "hex",
                1),
            new Receipt.Entry(
                HOST,
                ReceiptSearch.NAME_SERVER,
                "look-up",
                "quince-7431.tell.example.test",
                "plain",
                2));
  }

  @Test
  void aNameThatWasCalledOrIsTheFactItselfIsNoEntry() {
    Request called = request("/x", List.of(), "");

    assertThat(
            SEARCH
                .of(
                    List.of(exchange(1, called)),
                    List.of(lookup("api.example.test", 1), lookup("quince-7431", 1)),
                    List.of(HOST, new Fact("endpoint", "api.example.test")))
                .entries())
        .isEmpty();
  }

  @Test
  void aHostThatStandsInAnotherHostsRequestIsAnEntry() {
    Receipt receipt =
        SEARCH.of(
            List.of(exchange(1, request("/x", List.of(), "to=models.example.test"))),
            List.of(),
            List.of(new Fact("endpoint", "models.example.test")));

    assertThat(receipt.entries())
        .extracting(Receipt.Entry::destination)
        .containsExactly("api.example.test");
  }

  private static Lookup lookup(String name, int times) {
    return new Lookup(name, "A", Instant.EPOCH, times);
  }

  private static Receipt receipt(Request request) {
    return SEARCH.of(List.of(exchange(1, request)), List.of(), List.of(HOST));
  }

  private static Request request(String target, List<Header> headers, String body) {
    return new Request(
        "POST",
        "https",
        "api.example.test:443",
        target,
        Protocol.HTTP_1_1,
        headers,
        Body.of(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Exchange exchange(int number, Request request) {
    return new Exchange(
        number,
        new Connection(
            1,
            "10.0.0.1:4000",
            "10.0.0.2:443",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        request,
        Optional.empty(),
        new Timing(Instant.EPOCH, Duration.ZERO, Duration.ZERO, Duration.ZERO),
        "empty");
  }
}
