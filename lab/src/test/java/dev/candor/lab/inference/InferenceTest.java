package dev.candor.lab.inference;

import static dev.candor.lab.inference.Experiment.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.candor.core.Form;
import dev.candor.lab.inference.Experiment.Run;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is a signal, with which form, factors and symbols. */
class InferenceTest {
  private static final String[] ZONES = {
    SHANGHAI, "Asia/Urumqi", "Asia/Tokyo", "Europe/Berlin", "America/Lima", "Asia/Singapore"
  };

  private static final String[] HOSTS = {
    "gw.alibaba-inc.com", "api.deepseek.com", "kimi.example.net", "models.example.test"
  };

  /** The mechanism of 2.1.91 as the design describes it. */
  private static String marked(Run run) {
    String host = run.level("endpoint");
    boolean domain = host.endsWith("alibaba-inc.com") || host.endsWith("deepseek.com");
    boolean keyword = host.contains("deepseek") || host.contains("kimi");
    String apostrophe = domain && keyword ? "ʹ" : domain ? "’" : keyword ? "ʼ" : "'";
    boolean zone = Set.of(SHANGHAI, "Asia/Urumqi").contains(run.level("timezone"));
    String day = run.day().toString();
    return "You are a helpful assistant.\nToday"
        + apostrophe
        + "s date is "
        + (zone ? day.replace('-', '/') : day)
        + ".\nBe brief.";
  }

  private static Experiment standard(Experiment experiment) {
    return experiment.with(12).each(3, "timezone", ZONES).each(3, "endpoint", HOSTS);
  }

  @Test
  void findsTheMechanismOfTheDesignAndNothingElse() {
    Inference found =
        standard(
                new Experiment((_, run) -> {
                  run.ask(Map.of("X-Id", "1"), Run.prompt(marked(run)));
                  run.ask(
                      Map.of("X-Id", "1"),
                      Run.prompt(marked(run)).replace("\"hi\"", "\"hi\",\"again\":[1,2,3]"));
                }))
            .infer();
    assertThat(found.signals())
        .extracting(Signal::factors, Signal::form, Signal::bits)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Set.of("timezone"), Form.FORMAT, 1.0),
            org.assertj.core.groups.Tuple.tuple(Set.of("endpoint"), Form.LOOKALIKE, 2.0));
    assertThat(found.candidates()).isEmpty();
    Signal zone = signal(found, Form.FORMAT);
    assertThat(zone.carrier().request()).isEqualTo("POST /v1/messages");
    assertThat(zone.carrier().where()).isEqualTo("body /system/0/text");
    assertThat(levels(zone, "/")).containsExactly("Asia/Shanghai", "Asia/Urumqi");
    Signal host = signal(found, Form.LOOKALIKE);
    assertThat(levels(host, "’")).containsExactly("gw.alibaba-inc.com");
    assertThat(levels(host, "ʼ")).containsExactly("kimi.example.net");
    assertThat(levels(host, "ʹ")).containsExactly("api.deepseek.com");
    assertThat(found.explained())
        .anyMatch(e -> e.factor().equals("timezone") && e.carrier().where().startsWith("body"))
        .anyMatch(e -> e.factor().equals("endpoint") && e.carrier().where().equals("header host"));
  }

  @Test
  void isSureOnlyAfterEnoughTrials() {
    Inference found =
        new Experiment((_, run) -> run.ask(Map.of(), Run.prompt(marked(run))))
            .with(3)
            .with(1, "timezone", SHANGHAI)
            .infer();
    assertThat(found.signals()).isEmpty();
    assertThat(found.candidates()).extracting(Signal::form).containsExactly(Form.FORMAT);
  }

  @Test
  void findsTwoFactorsThatMarkTogetherOnly() {
    Experiment experiment =
        new Experiment((_, run) -> {
          boolean both =
              run.level("timezone").equals(SHANGHAI) && run.level("username").equals("xiaoming");
          run.ask(Map.of(), Run.prompt("Be" + (both ? "\u00a0" : " ") + "brief."));
        });
    Inference found =
        experiment
            .with(12)
            .with(4, "timezone", SHANGHAI)
            .with(4, "username", "xiaoming")
            .with(4, "timezone", SHANGHAI, "username", "xiaoming")
            .infer();
    assertThat(found.signals()).hasSize(1);
    Signal signal = found.signals().getFirst();
    assertThat(signal.factors()).containsExactly("timezone", "username");
    assertThat(signal.form()).isEqualTo(Form.LOOKALIKE);
    assertThat(signal.bits()).isEqualTo(1.0);
    // One of C(24, 4) = 10626 deals puts the four where they are; other ways are for the four
    // trials of either other class.
    assertThat(signal.significance().p()).isCloseTo(3 / 10626.0, within(1e-9));
    assertThat(
            signal.codebook().stream()
                .filter(entry -> entry.symbol().equals("\u00a0"))
                .map(CodebookEntry::levels))
        .containsExactly(
            new java.util.TreeMap<>(
                Map.of(
                    "timezone", new java.util.TreeSet<>(Set.of(SHANGHAI)),
                    "username", new java.util.TreeSet<>(Set.of("xiaoming")))));
  }

  @Test
  void findsTheOrderOfTools() {
    Inference found =
        new Experiment(
                (_, run) -> {
                  boolean mark = run.level("hostname").equals("build-7");
                  String a = "{\"name\":\"read\",\"description\":\"Reads.\"}";
                  String b = "{\"name\":\"write\",\"description\":\"Writes.\"}";
                  run.ask(
                      Map.of(), "{\"tools\":[" + (mark ? b + "," + a : a + "," + b) + "],\"n\":1}");
                })
            .with(10)
            .each(3, "hostname", "build-7", "build-8", "build-9", "build-10")
            .infer();
    assertThat(found.signals()).hasSize(1);
    assertThat(found.signals().getFirst().form()).isEqualTo(Form.ORDER);
    assertThat(found.signals().getFirst().carrier().where())
        .isEqualTo("body /tools (order of elements)");
    assertThat(found.signals().getFirst().codebook().getLast().levels().get("hostname"))
        .containsExactly("build-7");
  }

  @Test
  void callsTheDigestOfTheHostnameOpaque() throws java.security.GeneralSecurityException {
    java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
    Inference found =
        new Experiment(
                (_, run) -> {
                  byte[] bytes =
                      run.level("hostname").getBytes(java.nio.charset.StandardCharsets.UTF_8);
                  String hex = java.util.HexFormat.of().formatHex(digest.digest(bytes));
                  run.ask(Map.of("X-Device", hex.substring(0, 32)), Run.prompt("Be brief."));
                })
            .with(10)
            .each(3, "hostname", "build-7", "build-8", "build-9", "build-10")
            .infer();
    assertThat(found.signals()).hasSize(1);
    assertThat(found.signals().getFirst().form()).isEqualTo(Form.OPAQUE);
    assertThat(found.signals().getFirst().factors()).containsExactly("hostname");
    assertThat(found.signals().getFirst().codebook()).hasSize(5);
  }

  @Test
  void findsTheBitInTheFirstDigitOfARandomId() {
    java.util.Random random = new java.util.Random(5);
    Inference found =
        new Experiment(
                (_, run) -> {
                  int bit = run.level("timezone").equals(SHANGHAI) ? 1 : 0;
                  String id =
                      "%x%015x".formatted(random.nextInt(8) * 2 + bit, random.nextLong() >>> 4);
                  run.ask(Map.of("X-Request-Id", id), Run.prompt("Be brief."));
                })
            .with(20)
            .with(12, "timezone", SHANGHAI)
            .infer();
    assertThat(found.signals())
        .extracting(Signal::form, s -> s.carrier().where())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Form.NUMERIC, "header x-request-id (bit 0 of the first digit)"));
  }

  @Test
  void tellsOneWordFromAnInstruction() {
    Inference found =
        new Experiment(
                (_, run) -> {
                  boolean mark = run.level("username").equals("xiaoming");
                  boolean build = run.level("ci").equals("github");
                  run.ask(
                      Map.of(),
                      Run.prompt(
                          "You are a "
                              + (mark ? "useful" : "helpful")
                              + " assistant.\nBe brief.\n"
                              + (build ? "Nobody can answer questions: decide for yourself.\n" : "")
                              + "Use tools."));
                })
            .with(12)
            .each(4, "username", "xiaoming", "kirsten")
            .each(4, "ci", "github")
            .infer();
    assertThat(found.signals())
        .extracting(Signal::factors, Signal::form)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Set.of("username"), Form.WORDING),
            org.assertj.core.groups.Tuple.tuple(Set.of("ci"), Form.PRESENCE));
  }

  @Test
  void keepsAMarkApartFromALargerTextThatStandsAroundIt() {
    Inference found =
        new Experiment(
                (_, run) -> {
                  boolean mark = run.level("timezone").equals(SHANGHAI);
                  boolean build = run.level("ci").equals("github");
                  String rules =
                      "Rule one is long enough to be a text of its own, and so on and so on.\n";
                  run.ask(
                      Map.of(),
                      Run.prompt(
                          (build ? "" : rules + "Don" + (mark ? "’" : "'") + "t guess.\n" + rules)
                              + "Use tools."));
                })
            .with(12)
            .each(4, "timezone", SHANGHAI, "Asia/Tokyo")
            .with(4, "ci", "github")
            .infer();
    assertThat(found.signals())
        .extracting(Signal::factors, Signal::form)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Set.of("timezone"), Form.LOOKALIKE),
            org.assertj.core.groups.Tuple.tuple(Set.of("ci"), Form.PRESENCE));
  }

  private static Signal signal(Inference inference, Form form) {
    return inference.signals().stream().filter(s -> s.form() == form).findFirst().orElseThrow();
  }

  private static List<String> levels(Signal signal, String symbol) {
    String factor = signal.factors().iterator().next();
    return signal.codebook().stream()
        .filter(entry -> entry.symbol().equals(symbol))
        .flatMap(entry -> entry.levels().getOrDefault(factor, new java.util.TreeSet<>()).stream())
        .collect(Collectors.toList());
  }
}
