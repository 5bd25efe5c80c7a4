package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.candor.audit.Engine;
import dev.candor.fleet.check.PolicyReading;
import dev.candor.fleet.collect.Collector;
import dev.candor.fleet.collect.PolicyJudge;
import dev.candor.fleet.collect.Serving;
import dev.candor.fleet.collect.Token;
import dev.candor.fleet.collect.Tokens;
import dev.candor.fleet.collect.store.Judge;
import dev.candor.fleet.collect.store.Retention;
import dev.candor.fleet.collect.store.Store;
import dev.candor.fleet.collect.store.Taken;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.RunningTool;
import dev.candor.fleet.inventory.Setting;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of collected inventories, opened in a browser. */
class FleetBrowserTest {
  private static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");
  private static final int MACHINES = 130;

  /** Acts as markup, in an attribute, in a terminal, and on the direction of text. */
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>\u001b[31m\u202e\u0000";

  private static final String POLICY =
      """
      schema: candor/policy/v1
      name: tools
      zone: UTC
      default: allow
      rules:
        - id: no-covert-markers
          product: pkg:npm/%40anthropic-ai/claude-code
          versions: ">=2.1.91|<2.1.198"
          action: deny
          from: 2026-07-10
          reason: Its prompts tell of endpoint and time zone in a way that nobody sees.
          replacement: pkg:npm/%40qoder-ai/qodercli
      """;

  @TempDir private static Path folder;
  @TempDir private Path own;

  private static Store store;
  private static Collector collector;
  private static Map<String, String> reader = Map.of();

  @BeforeAll
  static void collect() throws Exception {
    Token token = Token.create(Token.Purpose.READ);
    Path tokens = Files.writeString(folder.resolve("tokens"), token.line("anna") + "\n");
    Path policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
    Judge judge = new PolicyJudge(PolicyReading.inForce(policy, new Engine("1.0", "25")));
    reader = Map.of("Authorization", "Bearer " + token.secret());
    store = Store.in(folder.resolve("store"), Retention.USUAL);
    for (int i = 0; i < MACHINES; i++) {
      String version = i % 10 == 0 ? "2.1.196" : "2.1.198";
      take(look("laptop-%03d".formatted(i), 10, "2.1.90"), judge);
      take(look("laptop-%03d".formatted(i), 1, version), judge);
    }
    take(look("zz " + HOSTILE, 2, "2.1.91"), judge);
    collector =
        Collector.start(
            Serving.at("127.0.0.1", 0, Optional.empty(), false),
            store,
            Tokens.in(tokens),
            judge,
            Clock.fixed(NOW, ZoneOffset.UTC),
            line -> {
              throw new AssertionError(line);
            });
  }

  @AfterAll
  static void end() {
    collector.close();
    store.close();
  }

  private static void take(Inventory inventory, Judge judge) {
    assertThat(store.take(inventory, NOW, judge)).isEqualTo(Taken.NEW);
  }

  private static Inventory look(String machine, int daysAgo, String version) {
    boolean hostile = machine.startsWith("zz");
    List<Installation> all = new ArrayList<>();
    all.add(
        new Installation(
            "claude-code",
            "pkg:npm/%40anthropic-ai/claude-code@" + version,
            Optional.of(version),
            Means.NPM,
            "/usr/lib/node_modules/@anthropic-ai/claude-code" + (hostile ? HOSTILE : ""),
            List.of("package.json"),
            Optional.empty()));
    all.add(
        new Installation(
            "codex",
            "pkg:npm/%40openai/codex@0.140.0",
            Optional.of("0.140.0"),
            Means.NPM,
            "/usr/lib/node_modules/@openai/codex",
            List.of("package.json"),
            Optional.empty()));
    return new Inventory(
        machine,
        "Debian GNU/Linux 13" + (hostile ? HOSTILE : ""),
        NOW.minus(Duration.ofDays(daysAgo)),
        "/",
        all,
        hostile
            ? List.of(
                new Setting(
                    "claude-code",
                    Setting.Purpose.ENDPOINT,
                    "/etc/x",
                    "BASE",
                    "https://x" + HOSTILE))
            : List.of(),
        hostile
            ? List.of(new RunningTool(4, "codex", "/usr/bin/codex" + HOSTILE, Optional.empty()))
            : List.of(),
        hostile ? List.of("not read: " + HOSTILE) : List.of(),
        new Engine("1.0", "25"));
  }

  private Browser open(String page, ColorScheme scheme) {
    URI address = collector.address().resolve(page);
    return Browser.open(address, reader, scheme, own);
  }

  @Test
  void theFirstPageAnswersThreeQuestions() {
    try (Browser browser = open("", ColorScheme.LIGHT)) {
      Page shown = browser.page();

      assertThat(shown.locator(".verdict").innerText())
          .startsWith("deny")
          .contains("14 installations against 1 rule of the policy");
      assertThat(shown.locator("#where tbody tr").allInnerTexts())
          .containsExactly("claude-code\t3\t131", "codex\t1\t131");
      assertThat(shown.locator("#violations tbody tr").innerText())
          .startsWith("no-covert-markers\tdeny\t14\t14\t2026-07-18 12:00")
          .contains("in a way that nobody sees", "qodercli");
      assertThat(shown.locator("#changes tbody tr").first().innerText())
          .isEqualTo("claude-code\t2.1.90\t0\t130");
      browser.picture("fleet-light.png");
    }
  }

  @Test
  void aRangeOfVersionsIsFoundByTheForm() {
    try (Browser browser = open("tools", ColorScheme.LIGHT)) {
      Page shown = browser.page();
      shown.locator("select[name=tool]").selectOption("claude-code");
      shown.locator("input[name=versions]").fill(">=2.1.91|<2.1.198");
      shown.locator("input[name=machine]").fill("LAPTOP-0");
      shown.locator("form button").click();

      assertThat(shown.locator("#installed tbody th").allInnerTexts())
          .hasSize(10)
          .startsWith("laptop-000", "laptop-010");
      assertThat(shown.locator("input[name=versions]").inputValue()).isEqualTo(">=2.1.91|<2.1.198");
    }
  }

  @Test
  void longListsGoOnOverPages() {
    try (Browser browser = open("machines", ColorScheme.LIGHT)) {
      Page shown = browser.page();
      List<String> first = shown.locator("tbody th").allInnerTexts();
      shown.locator("a[rel=next]").click();
      List<String> second = shown.locator("tbody th").allInnerTexts();

      assertThat(first).hasSize(100).startsWith("laptop-000").endsWith("laptop-099");
      assertThat(second).hasSize(31).startsWith("laptop-100");
      assertThat(shown.locator("a[rel=next]").count()).isZero();
    }
  }

  @Test
  void aMachineTellsWhatItHadBefore() {
    try (Browser browser = open("machines?name=laptop-000", ColorScheme.LIGHT)) {
      Page shown = browser.page();
      shown.locator("tbody th a").click();

      assertThat(shown.locator("h1").innerText()).isEqualTo("laptop-000");
      assertThat(shown.locator("#violations li").innerText())
          .startsWith("deny since 2026-07-19 12:00: claude-code 2.1.196");
      assertThat(shown.locator("#past tbody tr").innerText())
          .contains("2.1.90", "2026-07-10 12:00");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tools?machine=zz",
        "violations",
        "changes",
        "machines?name=zz",
        "machine?id=131"
      })
  void nothingIsAskedOfAnyoneElseAndHostileNamesAreText(String page) {
    try (Browser browser = open(page, ColorScheme.LIGHT)) {
      browser.page().waitForTimeout(200);

      assertThat(browser.requests()).containsExactly(collector.address().resolve(page).toString());
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.page().locator("main script, main img").count()).isZero();
    }
  }

  @Test
  void hiddenCharactersOfAMachineAreShown() {
    try (Browser browser = open("machine?id=131", ColorScheme.LIGHT)) {
      assertThat(browser.page().locator("h1").innerText())
          .contains("<script>alert(2)</script>", "\\u{1B}[31m", "\\u{202E}", "\\u{0}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, ''",
    "DARK, ''",
    "LIGHT, tools?tool=claude-code",
    "DARK, tools?tool=claude-code",
    "LIGHT, violations",
    "LIGHT, changes",
    "LIGHT, machines",
    "DARK, machine?id=131"
  })
  void everyoneCanReadIt(ColorScheme scheme, String page) {
    try (Browser browser = open(page, scheme)) {
      browser.picture(
          "fleet-%s-%s.png"
              .formatted(page.replaceAll("[^a-z]+", "-"), scheme.name().toLowerCase(Locale.ROOT)));

      assertThat(browser.violations()).isEmpty();
    }
  }

  @Test
  void onPaperNothingIsCut() {
    try (Browser browser = open("violations", ColorScheme.DARK)) {
      assertThat(browser.faultsOnPaper()).isEmpty();
      browser.picture("fleet-print.png");
    }
  }
}
