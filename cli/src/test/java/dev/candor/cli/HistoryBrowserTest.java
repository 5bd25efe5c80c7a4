package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a package's history, opened in a browser. */
class HistoryBrowserTest {
  @TempDir private static Path folder;
  @TempDir private Path own;

  private static Path page = Path.of("");

  @BeforeAll
  static void track() throws IOException {
    String usersHome = System.getProperty("user.home", "");
    System.setProperty("user.home", folder.toString());
    String name = "shown-" + System.nanoTime();
    page = Browser.pictures().resolve("history.html");
    try (LittleRegistry registry = new LittleRegistry(name)) {
      String versions = "aaPPQa";
      for (int i = 0; i < versions.length(); i++) {
        registry.publish(
            "1.0." + i,
            "2026-%02d-02T00:00:00.000Z".formatted(i + 1),
            TrackCommandTest.tgz(versions.substring(i, i + 1), i));
      }
      Screen screen = Screen.piped();
      int status =
          screen.run(
              "track", "npm:" + name, "--registry", registry.address(), "--html", page.toString());
      assertThat(status).as(screen.err()).isEqualTo(ExitStatus.COVERT);
    } finally {
      System.setProperty("user.home", usersHome);
    }
  }

  @Test
  void itShowsAPictureAndAsksNobody() {
    try (Browser browser = Browser.open(page, ColorScheme.LIGHT, own)) {
      browser.page().waitForTimeout(200);

      assertThat(browser.page().locator(".verdict strong").innerText()).isEqualTo("present");
      assertThat(browser.page().locator("figure circle").count()).isGreaterThan(3);
      assertThat(browser.page().locator("figure svg").boundingBox().height).isGreaterThan(80);
      assertThat(browser.requests()).containsExactly(page.toUri().toString());
      assertThat(browser.complaints()).isEmpty();
      browser.picture("history-light.png");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyoneCanReadIt(ColorScheme scheme) {
    try (Browser browser = Browser.open(page, scheme, own)) {
      browser.unfold();
      browser.picture("history-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");

      assertThat(browser.violations()).isEmpty();
    }
  }

  @Test
  void nothingIsWiderThanThePaper() {
    try (Browser browser = Browser.open(page, ColorScheme.LIGHT, own)) {
      Page shown = browser.page();
      shown.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(
              shown.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .isEqualTo(0);
    }
  }
}
