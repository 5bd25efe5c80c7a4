package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of campaigns, opened in a browser. */
class CampaignsBrowserTest {
  private static final int OTHERS = 1_400;
  private static final List<Integer> FARMS = List.of(70, 12);

  @TempDir private static Path folder;
  @TempDir private Path own;

  private static Path page = Path.of("");

  /**
   * Two farms, each opened in an hour, on a few devices and payments, in the same minutes; few
   * enough among the others that what they do alike is rare.
   */
  @BeforeAll
  static void detect() throws IOException {
    Random random = new Random(5);
    StringBuilder log =
        new StringBuilder("account,started_at,created_at,model,device,payment,sketch,note\n");
    for (int i = 0; i < OTHERS; i++) {
      for (int n = 0; n < 40; n++) {
        String opened = "2025-%02d-%02dT%02d:00:00Z".formatted(1 + i % 12, 1 + i % 28, i % 24);
        row(log, "<b>u" + i, n, random.nextInt(1_440), opened, "d" + i, "p" + i, random.nextLong());
      }
    }
    for (int farm = 0; farm < FARMS.size(); farm++) {
      for (int i = 0; i < FARMS.get(farm); i++) {
        for (int n = 0; n < 100; n++) {
          row(
              log,
              "farm" + farm + "-" + i,
              n,
              n * (293 + 46 * farm) % 1_440,
              "2026-02-%02dT10:%02d:00Z".formatted(10 + 5 * farm, i % 60),
              "farm%d-%d".formatted(farm, i % (FARMS.get(farm) / 4)),
              "card%d-%d".formatted(farm, i % 3),
              (n % 6 + 1 + 10L * farm) * 0x9E37_79B9_7F4A_7C15L);
        }
      }
    }
    log.append("late,2999-01-01T00:00:00Z,,,,,,\n");
    Files.writeString(folder.resolve("log.csv"), log);
    page = Browser.pictures().resolve("campaigns.html");
    Screen screen = Screen.piped();
    int status =
        screen.run(
            "campaigns",
            "detect",
            folder.resolve("log.csv").toString(),
            "--output",
            folder.resolve("found").toString(),
            "--memory",
            "500MB",
            "--html",
            page.toString());
    assertThat(status).as(screen.err()).isEqualTo(ExitStatus.COVERT);
  }

  /** Farms come to another model on the twelfth day, the others when they like. */
  private static void row(
      StringBuilder log,
      String account,
      int number,
      int minute,
      String opened,
      String device,
      String payment,
      long sketch) {
    int day = 1 + number / (account.startsWith("farm") ? 5 : 2);
    int moved = account.startsWith("farm") ? 12 : 2 + Math.floorMod(account.hashCode(), 19);
    log.append(
        "%s,2026-03-%02dT%02d:%02d:00Z,%s,%s,%s,%s,%s,x%n"
            .formatted(
                account,
                day,
                minute / 60,
                minute % 60,
                opened,
                day < moved ? "base" : "next",
                device,
                payment,
                Long.toUnsignedString(sketch)));
  }

  @Test
  void itShowsTheVerdictTheCampaignsAndTwoPicturesEach() {
    try (Browser browser = Browser.open(page, ColorScheme.LIGHT, own)) {
      Page shown = browser.page();

      assertThat(shown.locator(".verdict").innerText())
          .startsWith("2 campaigns")
          .contains("82 of 1,482 accounts seem to be run together");
      assertThat(shown.locator(".meaning").innerText())
          .contains("a person has to look at each campaign before anybody is banned", "By chance");
      assertThat(shown.locator("section[id^=campaign-] h2").allInnerTexts())
          .containsExactly("campaign-1: 70 accounts", "campaign-2: 12 accounts");
      assertThat(shown.locator("#campaign-1 svg").count()).isEqualTo(2);
      assertThat(shown.locator("#campaign-1 svg").first().boundingBox().height).isGreaterThan(200);
      assertThat(shown.locator("#campaign-1 svg .bar").count()).isEqualTo(4);
      assertThat(shown.locator("#campaign-1 svg .account").count()).isEqualTo(60);
      assertThat(shown.locator("#campaign-1 svg .held").count()).isEqualTo(8 + 3);
      assertThat(shown.locator("#campaign-2 svg .account").count()).isEqualTo(12);
      assertThat(shown.locator("#notes").innerText())
          .contains("the log has no column address", "Rows left out: 1");
      assertThat(shown.locator("#repeat code").innerText())
          .isEqualTo("candor campaigns detect log.csv --memory=500MB --output=FOLDER");
      browser.picture("campaigns-light.png");
    }
  }

  @Test
  void nothingIsAskedOfAnyoneAndNothingComplained() {
    try (Browser browser = Browser.open(page, ColorScheme.LIGHT, own)) {
      browser.page().waitForTimeout(200);

      assertThat(browser.requests()).containsExactly(page.toUri().toString());
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyoneCanReadIt(ColorScheme scheme) {
    try (Browser browser = Browser.open(page, scheme, own)) {
      browser.unfold();
      browser.picture("campaigns-unfolded-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");

      assertThat(browser.violations()).isEmpty();
    }
  }

  @Test
  void onPaperNothingIsCut() {
    try (Browser browser = Browser.open(page, ColorScheme.DARK, own)) {
      assertThat(browser.faultsOnPaper()).isEmpty();
      browser.picture("campaigns-print.png");
    }
  }
}
