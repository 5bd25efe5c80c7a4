package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.candor.specimens.Label;
import dev.candor.specimens.Specimen;
import dev.candor.specimens.SpecimenWriter;
import dev.candor.specimens.Specimens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a real audit, opened in a browser. */
@ExtendWith(OwnHome.class)
class HtmlReportBrowserTest {
  @TempDir private static Path folder;
  @TempDir private Path own;

  private static Path report = Path.of("");

  /**
   * A specimen's code, and in the place of its command a script that marks the prompt by the same
   * lists: it runs without a program for JavaScript, which would have to be fetched.
   */
  @BeforeAll
  static void audit() throws Exception {
    OwnHome.assumeRooms();
    Path tool = folder.resolve("sample");
    Specimen specimen = Specimens.named("reported-mechanism", 1);
    SpecimenWriter.writeFolder(specimen, tool);
    Files.writeString(tool.resolve("sample.sh"), SampleTool.bash(marking(specimen.label())));
    Files.writeString(
        tool.resolve("package.json"),
        """
        {"name": "sample", "version": "1.0.0", "bin": {"sample": "sample.sh"}}
        """);
    SampleTool recipe = SampleTool.write(folder, "");
    report = Browser.pictures().resolve("report.html");
    Screen screen = Screen.piped();
    Path declared =
        Files.writeString(
            tool.resolveSibling("declared.yaml"),
            """
            schema: candor/disclosure/v1
            package: pkg:npm/heron
            versions: vers:npm/*
            vendor: Heron
            statements:
              - {facts: timezone, to: the endpoint, place: prompt, as: format, purpose: The date.}
              - {facts: locale, to: "*", place: target, as: plain, purpose: Fonts.}
            """);

    int status =
        screen.run(
            "audit",
            tool.toString(),
            "--offline",
            "--recipe",
            recipe.recipe().toString(),
            "--budget",
            "60",
            "--disclosure",
            declared.toString(),
            "--html",
            report.toString());

    assertThat(status).as(screen.err()).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void itShowsVerdictCodePointsCodebookAndPicture() {
    try (Browser browser = Browser.open(report, ColorScheme.LIGHT, own)) {
      Page page = browser.page();

      assertThat(page.locator(".verdict strong").innerText()).isEqualTo("covert");
      assertThat(page.locator(".codebook").allInnerTexts().toString())
          .contains(
              "U+0027 APOSTROPHE",
              "U+2019 RIGHT SINGLE QUOTATION MARK",
              "U+02BC MODIFIER LETTER APOSTROPHE",
              "U+02B9 MODIFIER LETTER PRIME",
              "U+002D HYPHEN-MINUS",
              "U+002F SOLIDUS");
      assertThat(page.locator(".codebook tbody tr").count()).isGreaterThanOrEqualTo(6);
      assertThat(page.locator("figure svg").first().boundingBox().height).isGreaterThan(80);
      assertThat(page.locator("figure circle").count()).isGreaterThan(20);
      assertThat(page.locator(".entries").allTextContents().toString()).contains("alibaba-inc.com");
      assertThat(page.locator("#disclosure").innerText())
          .contains("by statement 1", "Seen, and not disclosed", "not seen");
      browser.picture("report-light.png");
    }
  }

  @Test
  void nothingIsAskedOfAnyoneAndNothingComplained() {
    try (Browser browser = Browser.open(report, ColorScheme.LIGHT, own)) {
      browser.page().waitForTimeout(200);

      assertThat(browser.requests()).containsExactly(report.toUri().toString());
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** Whoever gets markup past the escaping still finds the policy. */
  @Test
  void thePolicyLetsNoScriptRunAndNoPictureLoad() {
    try (Browser browser = Browser.open(report, ColorScheme.LIGHT, own)) {
      Object ran =
          browser
              .page()
              .evaluate(
                  """
                  () => new Promise(done => {
                    const script = document.createElement('script');
                    script.textContent = 'window.ran = true';
                    document.body.append(script);
                    const image = document.createElement('img');
                    image.onload = () => done('loaded');
                    image.onerror = () => done(String(window.ran));
                    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
                    document.body.append(image);
                  })
                  """);
      assertThat(ran).isEqualTo("undefined");
      assertThat(browser.complaints()).hasSize(2).allMatch(one -> one.contains("Content Security"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyoneCanReadIt(ColorScheme scheme) {
    try (Browser browser = Browser.open(report, scheme, own)) {
      browser.unfold();
      browser.picture("report-unfolded-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");

      assertThat(browser.violations()).isEmpty();
    }
  }

  /** The dark page is another one, not the same with a dark frame. */
  @Test
  void itFollowsTheReadersChoiceOfColours() {
    try (Browser light = Browser.open(report, ColorScheme.LIGHT, own.resolve("light"))) {
      try (Browser dark = Browser.open(report, ColorScheme.DARK, own.resolve("dark"))) {
        assertThat(background(light)).isEqualTo("rgb(251, 250, 247)");
        assertThat(background(dark)).isEqualTo("rgb(23, 25, 27)");
      }
    }
  }

  private static String background(Browser browser) {
    return browser
        .page()
        .evaluate("getComputedStyle(document.documentElement).backgroundColor")
        .toString();
  }

  @Test
  void onPaperAllIsUnfoldedAndNothingIsCut() throws Exception {
    try (Browser browser = Browser.open(report, ColorScheme.DARK, own)) {
      assertThat(browser.faultsOnPaper()).isEmpty();
      browser.picture("report-print.png");

      Map<?, ?> found =
          (Map<?, ?>)
              browser
                  .page()
                  .evaluate(
                      """
                      ({
                        alone: [...document.querySelectorAll('h1, h2, h3')].filter(one => one.getClientRects().length > 0)
                            .filter(one => getComputedStyle(one).breakAfter !== 'avoid').length,
                        entries: [...document.querySelectorAll('.entries li')]
                            .filter(one => !one.checkVisibility({contentVisibilityAuto: true})).length,
                      })
                      """);

      assertThat(found.get("alone")).isEqualTo(0);
      assertThat(found.get("entries")).isEqualTo(0);
    }
    assertThat(Pdf.pages(printed())).isGreaterThanOrEqualTo(2);
  }

  private Path printed() {
    Path pdf = Browser.pictures().resolve("report.pdf");
    try (Browser browser = Browser.open(report, ColorScheme.LIGHT, own.resolve("printing"))) {
      browser
          .page()
          .pdf(
              new Page.PdfOptions()
                  .setPath(pdf)
                  .setPreferCSSPageSize(true)
                  .setPrintBackground(true));
    }
    return pdf;
  }

  /** Host and zone are compared as the specimen's label says, first domains, then keywords. */
  private static String marking(Label label) {
    String domains =
        label.tables().getFirst().stream()
            .map(domain -> domain + "|*." + domain)
            .collect(Collectors.joining("|"));
    String keywords =
        label.tables().getLast().stream()
            .map(keyword -> "*" + keyword + "*")
            .collect(Collectors.joining("|"));
    return """
    domain=no; keyword=no
    host=${MODEL#*://}; host=${host%%%%[:/]*}
    case "$host" in %s) domain=yes ;; esac
    case "$host" in %s) keyword=yes ;; esac
    """
            .formatted(domains, keywords)
        + MARKS;
  }

  /** The four apostrophes are U+0027, U+2019, U+02BC and U+02B9 in UTF-8. */
  private static final String MARKS =
      """
      case $domain-$keyword in
        yes-no) mark=$'\\xe2\\x80\\x99' ;;
        no-yes) mark=$'\\xca\\xbc' ;;
        yes-yes) mark=$'\\xca\\xb9' ;;
        *) mark="'" ;;
      esac
      sign=-; case "$TZ" in Asia/Shanghai|Asia/Urumqi) sign=/ ;; esac
      text="Today${mark}s date is 2026${sign}07${sign}01."
      body='{"model":"m","messages":[{"role":"user","content":"'"$text"' On '"$(hostname)"'."}]}'
      LC_ALL=C
      exec 3<>/dev/tcp/$host/80
      printf '%s\\r\\n' 'POST /v1/chat/completions HTTP/1.1' "Host: $host" \\
        'Content-Type: application/json' "Content-Length: ${#body}" 'Connection: close' '' >&3
      printf '%s' "$body" >&3
      cat <&3 >/dev/null
      """;
}
