package dev.candor.fleet.collect.page;

import dev.candor.fleet.collect.store.Store;
import dev.candor.page.Style;
import dev.candor.page.VisibleOutput;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Makes pages of what the store answers. */
// The templates' classes take an interceptor for HTML, which there is none of.
@SuppressWarnings("NullAway")
public final class Pages {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Store store;
  private final Clock clock;
  private final Style style = Style.read();
  private final AtomicReference<Optional<Overview>> last = new AtomicReference<>(Optional.empty());

  private record Overview(OverviewView view, Instant made) {}

  public Pages(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Of all pages: this style, forms to this service, and nothing else. */
  public String policy() {
    return style.policyWithForms();
  }

  /**
   * The page at a path, in UTF-8; empty where there is none.
   *
   * @throws dev.candor.fleet.collect.store.StoreException if the store does not answer
   */
  public Optional<byte[]> page(String path, Query query) {
    Instant now = clock.instant();
    return switch (path) {
      case "/" -> Optional.of(overview(now));
      case "/tools" -> Optional.of(tools(query, now));
      case "/violations" -> Optional.of(violations(query, now));
      case "/changes" -> Optional.of(changes(query, now));
      case "/machines" -> Optional.of(machines(query, now));
      case "/machine" -> MachineView.of(store, query).map(view -> machine(view, now));
      default -> Optional.empty();
    };
  }

  /** It counts everything there is, so one is shown for a while; it says when it was made. */
  private byte[] overview(Instant now) {
    Overview overview =
        last.get()
            .filter(one -> now.isBefore(one.made().plus(FRESH)))
            .orElseGet(() -> counted(now));
    Frame frame = frame("Overview", "AI coding tools on your machines", overview.made());
    return written(out -> JteoverviewGenerated.render(out, null, overview.view(), frame));
  }

  private Overview counted(Instant now) {
    Overview overview = new Overview(store.ask(answers -> OverviewView.of(answers, now)), now);
    last.set(Optional.of(overview));
    return overview;
  }

  private byte[] tools(Query query, Instant now) {
    ToolsView view = store.ask(answers -> ToolsView.of(answers, query));
    Frame frame = frame("Tools", "Where is what", now);
    return written(out -> JtetoolsGenerated.render(out, null, view, frame));
  }

  private byte[] violations(Query query, Instant now) {
    ViolationsView view = store.ask(answers -> ViolationsView.of(answers, query));
    Frame frame = frame("Violations", "What violates the policy, since when", now);
    return written(out -> JteviolationsGenerated.render(out, null, view, frame));
  }

  private byte[] changes(Query query, Instant now) {
    ChangesView view = store.ask(answers -> ChangesView.of(answers, query, now));
    Frame frame = frame("Changes", "What changed", now);
    return written(out -> JtechangesGenerated.render(out, null, view, frame));
  }

  private byte[] machines(Query query, Instant now) {
    MachinesView view = store.ask(answers -> MachinesView.of(answers, query));
    Frame frame = frame("Machines", "Machines", now);
    return written(out -> JtemachinesGenerated.render(out, null, view, frame));
  }

  private byte[] machine(MachineView view, Instant now) {
    String name = Words.machine(view.machine().name(), view.machine().root());
    Frame frame = frame(name, name, now);
    return written(out -> JtemachineGenerated.render(out, null, view, frame));
  }

  private Frame frame(String title, String headline, Instant now) {
    return new Frame(title, headline, style, policy(), now);
  }

  private static byte[] written(Consumer<VisibleOutput> template) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VisibleOutput.page(out, template);
    return out.toByteArray();
  }
}
