package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium with a page that is a file; it notes what the page asks for and complains of. */
final class Browser implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private static final String VIOLATIONS =
      """
      async () => (await axe.run()).violations
          .filter(one => ['serious', 'critical'].includes(one.impact))
          .map(one => one.id + ' at ' + one.nodes.map(node => node.target).join(' '))
      """;

  /** Height of a sheet of A4 without the page's margins, in CSS pixels of 1/96 inch. */
  private static final double SHEET = (297 - 18 - 20) / 25.4 * 96;

  private static final String FAULTS =
      """
      sheet => {
        const shown = one => one.getClientRects().length > 0;
        const style = one => getComputedStyle(one);
        const all = what => [...document.querySelectorAll(what)].filter(shown);
        const whole = all('tr, figure, dl > div');
        const root = document.documentElement;
        return [
          ...whole.filter(one => style(one).breakInside !== 'avoid').map(one => 'may be cut: ' + one.outerHTML),
          ...whole.filter(one => one.getBoundingClientRect().height > sheet).map(one => 'higher than a sheet: ' + one.outerHTML),
          ...all('thead').filter(one => style(one).display !== 'table-header-group').map(one => 'not repeated: ' + one.outerHTML),
          ...(root.scrollWidth > root.clientWidth ? ['wider than a sheet'] : []),
          ...(style(root).backgroundColor === 'rgb(255, 255, 255)' ? [] : ['on ' + style(root).backgroundColor]),
        ].map(fault => fault.slice(0, 200));
      }
      """;

  private static final int WIDTH = 1180;
  private static final int HEIGHT = 900;

  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Browser(Playwright playwright, BrowserContext context) {
    this.playwright = playwright;
    this.context = context;
    page = context.newPage();
    page.onRequest(request -> requests.add(request.url()));
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
  }

  /**
   * Opens a file.
   *
   * @param own an empty folder for what the browser keeps
   */
  static Browser open(Path file, ColorScheme scheme, Path own) {
    return open(file.toUri(), Map.of(), scheme, own);
  }

  /**
   * Opens a page of a service.
   *
   * @param headers sent with each request
   */
  static Browser open(URI address, Map<String, String> headers, ColorScheme scheme, Path own) {
    // The browser is the system's; none is fetched.
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      Browser browser =
          new Browser(
              playwright,
              playwright
                  .chromium()
                  .launchPersistentContext(
                      own,
                      new BrowserType.LaunchPersistentContextOptions()
                          .setExecutablePath(program())
                          .setHeadless(true)
                          .setArgs(OPTIONS)
                          .setColorScheme(scheme)
                          .setViewportSize(WIDTH, HEIGHT)));
      browser.context.setExtraHTTPHeaders(headers);
      browser.page.navigate(address.toString());
      return browser;
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  /** A test of pages without a browser would show nothing: it fails and says what to do. */
  private static Path program() {
    Optional<String> named = Optional.ofNullable(System.getenv("CANDOR_CHROMIUM"));
    Stream<Path> usual =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "chromium"));
    Optional<Path> program =
        Stream.concat(named.map(Path::of).stream(), usual).filter(Files::isExecutable).findFirst();
    assertThat(program)
        .as(
            "Reports are opened in Chromium, which was not found. Install it (Debian: apt install"
                + " chromium) or name its program in CANDOR_CHROMIUM.")
        .isPresent();
    return program.get();
  }

  Page page() {
    return page;
  }

  /** Addresses that the page asked for, its own first. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** What the console says, and errors. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Opens all that is folded. */
  void unfold() {
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
  }

  /** What axe finds that keeps people from reading. */
  List<?> violations() {
    try (InputStream in = Browser.class.getResourceAsStream(AXE)) {
      assertThat(in).as("the script of axe-core").isNotNull();
      page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (List<?>) page.evaluate(VIOLATIONS);
  }

  /** Shows the page as it is printed from now on; what is cut, lost or wasted on paper then. */
  List<?> faultsOnPaper() {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    return (List<?>) page.evaluate(FAULTS, SHEET);
  }

  /** Keeps a picture of the whole page for people, beside the build's other results. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(pictures().resolve(name)).setFullPage(true));
  }

  /** A folder that stays after the test. */
  static Path pictures() {
    try {
      return Files.createDirectories(Path.of("target", "pictures"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
