package dev.candor.text.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Truths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The known mechanism against a model that is written from the account of the case alone. */
class CaseModelTest {
  private static final Mechanism KNOWN =
      Mechanisms.all().stream()
          .filter(one -> one.name().equals("claude-code-date"))
          .findFirst()
          .orElseThrow();
  private static final Carrier.Text SENTENCE = (Carrier.Text) KNOWN.carriers().getFirst();
  private static final List<String> DOMAINS = KNOWN.condition("domain").orElseThrow().values();
  private static final List<String> KEYWORDS = KNOWN.condition("keyword").orElseThrow().values();

  /** A host, and the port and spelling with which it is given. */
  record Endpoint(String host, String url) {}

  /** Straight from the account: host and zone, two marks, and a gate that switches them off. */
  static String model(
      Optional<Endpoint> endpoint, Optional<String> zone, String y, String m, String d) {
    boolean open =
        endpoint.isPresent()
            && !endpoint.get().url().matches("(?i)(https://)?api\\.anthropic\\.com(:443)?");
    String host = endpoint.map(Endpoint::host).orElse("");
    boolean domain = false;
    for (String entry : DOMAINS) {
      domain |= host.equals(entry) || host.endsWith("." + entry);
    }
    boolean keyword = false;
    for (String entry : KEYWORDS) {
      keyword |= host.indexOf(entry) >= 0;
    }
    boolean china =
        zone.equals(Optional.of("Asia/Shanghai")) || zone.equals(Optional.of("Asia/Urumqi"));
    char apostrophe = domain ? keyword ? '\u02b9' : '\u2019' : keyword ? '\u02bc' : '\'';
    char separator = china ? '/' : '-';
    return "Today"
        + (open ? apostrophe : '\'')
        + "s date is "
        + String.join(Character.toString(open ? separator : '-'), y, m, d)
        + ".";
  }

  @Property(tries = 1000)
  void predictsWhatTheModelSays(
      @ForAll("endpoints") Optional<Endpoint> endpoint,
      @ForAll("zones") Optional<String> zone,
      @ForAll("days") List<String> day) {
    assertThat(rendered(truths(endpoint, zone), day))
        .isEqualTo(model(endpoint, zone, day.get(0), day.get(1), day.get(2)));
  }

  @Property(tries = 1000)
  void decodesWhatItEncodes(
      @ForAll("endpoints") Optional<Endpoint> endpoint,
      @ForAll("zones") Optional<String> zone,
      @ForAll("days") List<String> day,
      @ForAll String before,
      @ForAll String after) {
    Truths truths = truths(endpoint, zone);
    String text = before + rendered(truths, day) + after;

    List<Sentence> found = new Sentences(KNOWN, SENTENCE).in(text);

    assertThat(found).hasSize(1);
    Sentence sentence = found.getFirst();
    assertThat(sentence.start()).isEqualTo(before.length());
    assertThat(sentence.end()).isEqualTo(text.length() - after.length());
    KNOWN
        .marksOf(SENTENCE)
        .forEach(mark ->
            assertThat(List.of(sentence.slots().get(mark.slot())))
                .isEqualTo(KNOWN.symbols(mark, truths)));
    // What is read of it, written again, is the same text.
    Map<String, String> again = new HashMap<>(sentence.slots());
    StringBuilder rewritten = new StringBuilder(SENTENCE.template().text());
    again.forEach((slot, value) -> {
      String name = "{" + slot + "}";
      for (int at = rewritten.indexOf(name); at >= 0; at = rewritten.indexOf(name)) {
        rewritten.replace(at, at + name.length(), value);
      }
    });
    assertThat(rewritten.toString()).isEqualTo(text.substring(sentence.start(), sentence.end()));
  }

  /** With an open gate each meaning of a symbol includes what it was made from. */
  @Property(tries = 500)
  void aSymbolMeansWhatItWasMadeFrom(
      @ForAll boolean domain, @ForAll boolean keyword, @ForAll boolean zone) {
    Truths truths =
        Truths.ANY
            .and("domain", domain)
            .and("keyword", keyword)
            .and("zone", zone)
            .and("endpoint-set", true)
            .and("vendor-endpoint", false);
    KNOWN
        .marksOf(SENTENCE)
        .forEach(mark ->
            assertThat(mark.meaning(KNOWN.symbols(mark, truths).getFirst()))
                .singleElement()
                .satisfies(meaning -> assertThat(truths.implies(meaning)).isTrue()));
  }

  @Property(tries = 500)
  void findsNothingInOtherText(@ForAll String text) {
    assertThat(new Sentences(KNOWN, SENTENCE).in(text)).isEmpty();
  }

  private static Truths truths(Optional<Endpoint> endpoint, Optional<String> zone) {
    return KNOWN.truths(Map.of("endpoint", endpoint.map(Endpoint::url), "timezone", zone));
  }

  private static String rendered(Truths truths, List<String> day) {
    return Rendering.of(
        KNOWN,
        SENTENCE,
        truths,
        Map.of("year", day.get(0), "month", day.get(1), "day", day.get(2)));
  }

  @Provide
  Arbitrary<Optional<Endpoint>> endpoints() {
    Arbitrary<String> label =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> domain = Arbitraries.of(DOMAINS);
    Arbitrary<String> keyword = Arbitraries.of(KEYWORDS);
    List<Arbitrary<String>> hosts = new ArrayList<>();
    hosts.add(domain);
    hosts.add(Combinators.combine(label, domain).as((l, d) -> l + "." + d));
    hosts.add(Combinators.combine(label, domain).as((l, d) -> l + d));
    hosts.add(Combinators.combine(label, domain).as((l, d) -> d + "." + l));
    hosts.add(domain.map(d -> d + "."));
    hosts.add(Combinators.combine(label, keyword).as((l, k) -> l + k + ".example.org"));
    hosts.add(Combinators.combine(keyword, domain).as((k, d) -> k + "." + d));
    hosts.add(Combinators.combine(keyword, domain).as((k, d) -> k + d));
    hosts.add(keyword.map(k -> k.substring(1) + ".example.org"));
    hosts.add(label.map(l -> l + ".example.org"));
    hosts.add(
        Arbitraries.of(
            "notdeepseek.com.example.org",
            "deepseek.com",
            "api.deepseek.com",
            "api.anthropic.com",
            "api.anthropic.com.cn",
            "xapi.anthropic.com",
            "cn",
            "cn.com",
            "localhost",
            "127.0.0.1",
            "[2001:db8::1]"));
    Arbitrary<String> host =
        Arbitraries.integers().between(0, hosts.size() - 1).flatMap(hosts::get);
    Arbitrary<String> scheme = Arbitraries.of("https://", "http://", "", "HTTPS://");
    Arbitrary<String> user = Arbitraries.of("", "", "me:secret@", "deepseek@");
    Arbitrary<String> tail =
        Arbitraries.of("", ":443", ":8443", "/", "/v1", ":8080/deepseek/cn", "?q=.cn", "#x");
    return Combinators.combine(host, scheme, user, tail, Arbitraries.of(true, false))
        .as((h, s, u, t, upper) -> {
          String shown = upper ? h.toUpperCase(Locale.ROOT) : h;
          String authority = s.isEmpty() ? shown : u + shown;
          // The gate's own spelling stays simple, so that the model can tell it by its text.
          String given = h.equals("api.anthropic.com") ? "https://" + shown : s + authority + t;
          return new Endpoint(h, given);
        })
        .optional(0.9);
  }

  @Provide
  Arbitrary<Optional<String>> zones() {
    return Arbitraries.oneOf(
            Arbitraries.of("Asia/Shanghai", "Asia/Urumqi"),
            Arbitraries.of(java.time.ZoneId.getAvailableZoneIds()),
            Arbitraries.of("asia/shanghai", "Asia/Shanghai2", "Asia", "UTC", "PRC", "CST-8", ""))
        .optional(0.9);
  }

  @Provide
  Arbitrary<List<String>> days() {
    return Combinators.combine(
            Arbitraries.integers().between(1970, 9999),
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(1, 31))
        .as((y, m, d) -> List.of("%04d".formatted(y), "%02d".formatted(m), "%02d".formatted(d)));
  }
}
