package dev.candor.scan.flow;

import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.core.Form;
import dev.candor.scan.rewrite.Offsets;
import dev.candor.scan.syntax.Allowance;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Tokens;
import dev.candor.text.Likeness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Finds probes, encoders and flows in modules that belong together. */
public final class FlowScan {
  /** What these tell rightly changes what a program says to do. */
  private static final Set<String> FUNCTIONAL =
      Set.of(
          "ci", "cloud", "container", "editor", "git-history", "repository", "terminal", "workdir");

  /** The common pool has one thread on a machine with two processors, and that one is here. */
  private static final Executor OWN_THREAD =
      task -> Thread.ofPlatform().daemon().name("probes").start(task);

  private final Program program;
  private final Dialect dialect;
  private final Catalogue catalogue;
  private final Sources sources;
  private final Picks picks;
  private final Trace trace;
  private final Reach reach;
  private final Uses uses;
  private final ProbeSearch probes;
  private final Comparisons comparisons;
  private final Set<String> notSeen = new HashSet<>();

  private FlowScan(List<Input> modules) {
    this.dialect = Dialect.of(modules.getFirst().module().language());
    this.catalogue = Catalogue.standard(dialect.language());
    this.program = program(dialect, modules);
    this.sources = new Sources(program);
    Constants constants = new Constants(sources);
    sources.resolveKeysBy(constants);
    Readings readings = new Readings(dialect, catalogue, sources, constants);
    this.picks = new Picks(sources);
    this.trace = new Trace(sources, readings);
    Targets targets = new Targets(sources);
    this.reach = new Reach(targets);
    this.comparisons = new Comparisons(constants, new Behind(program, sources), new Lists(sources));
    this.uses = new Uses(targets, comparisons);
    this.probes = new ProbeSearch(sources, readings, trace, targets, uses);
  }

  /**
   * One module to look at.
   *
   * @param offsets where in the module the bytes of the tokens' text stand
   */
  public record Input(Module module, Tokens tokens, Occurrences occurrences, Offsets offsets) {
    public Input(Module module, Tokens tokens, Occurrences occurrences) {
      this(module, tokens, occurrences, Offsets.SAME);
    }
  }

  /**
   * Looks at the modules together, so that what one takes from another is followed. What reads the
   * environment and what picks by it are looked for side by side, each with trees of its own.
   */
  public static FoundFlows search(List<Input> modules) {
    FlowScan scan = new FlowScan(modules);
    CompletableFuture<ReadSeeds> seeds =
        CompletableFuture.supplyAsync(
            () -> ReadSeeds.of(scan.dialect, scan.program, scan.catalogue), OWN_THREAD);
    CompletableFuture<List<ProbeSearch.Found>> most =
        seeds.thenApply(all -> new FlowScan(modules).reading(all.most()));
    List<Marked> marked = scan.marking();
    // What picks takes less time than what reads.
    List<ProbeSearch.Found> rest = scan.reading(seeds.join().rest());
    return new FoundFlows(ProbeSearch.joined(most.join(), rest), marked, List.copyOf(scan.notSeen));
  }

  /** Loads what a search needs, while the module that it is for is still being read. */
  public static void warmUp() {
    Catalogue.standard(Language.JAVASCRIPT);
    Likeness.between("'", "\u2019");
  }

  private static Program program(Dialect dialect, List<Input> modules) {
    Allowance allowance = new Allowance();
    return new Program(
        dialect,
        modules.stream()
            .map(m ->
                new Code(
                    m.module(),
                    dialect.syntax(m.tokens(), allowance),
                    m.occurrences(),
                    m.offsets()))
            .toList());
  }

  private List<ProbeSearch.Found> reading(ReadSeeds seeds) {
    List<ProbeSearch.Found> found = new ArrayList<>();
    for (int i = 0; i < seeds.byModule().size(); i++) {
      found.addAll(probes.in(program.modules().get(i), seeds.byModule().get(i)));
    }
    return found;
  }

  private List<Marked> marking() {
    List<Marked> found = new ArrayList<>();
    for (Code code : program.modules()) {
      for (Pick pick : picks(code, dialect.pickSeeds(code.tokens()))) {
        marked(pick).ifPresent(found::add);
      }
      if (code.syntax().exhausted()) {
        notSeen.add(code.name() + ": too much code to follow flows in all of it");
      }
    }
    if (sources.steps() > Sources.MOST_STEPS) {
      notSeen.add(
          program.modules().getFirst().name()
              + ": flows were followed up to the bound of "
              + Sources.MOST_STEPS
              + " steps");
    }
    return found;
  }

  /**
   * A pick that depends on the environment.
   *
   * @param openly whether it counts whatever it is compared with; else only a hidden table makes it
   *     count
   */
  record Marked(
      Pick pick,
      List<Trace.Hit> hits,
      Reach.Reached reached,
      Comparisons comparisons,
      boolean openly) {}

  private Optional<Marked> marked(Pick pick) {
    List<Trace.Hit> hits =
        (isTelling(pick)
                ? trace.from(pick.conditions())
                : trace.from(pick.conditions(), Trace.FEW_SPOTS))
            .stream().filter(hit -> !isAboutText(pick, hit)).toList();
    if (hits.stream().allMatch(Trace.Hit::gate)) {
      return Optional.empty();
    }
    boolean text = pick.alternatives().stream().allMatch(Prose::reads);
    Reach.Reached reached = reach.from(pick.values(), text);
    if (pick.form() != Form.WORDING) {
      return Optional.of(new Marked(pick, hits, reached, comparisons, true));
    }
    if (reached.text().filter(FlowScan::isOnTheSpot).isEmpty()) {
      return Optional.empty();
    }
    List<Trace.Hit> swaps = hits.stream().filter(this::maySwap).toList();
    boolean openly = swaps.stream().anyMatch(hit -> !FUNCTIONAL.contains(hit.reading().factor()));
    return !openly && swaps.stream().noneMatch(this::mayBeHidden)
        ? Optional.empty()
        : Optional.of(new Marked(pick, hits, reached, comparisons, openly));
  }

  /** Look-alikes and invisible characters have no other use than to look alike. */
  private static boolean isTelling(Pick pick) {
    return pick.form() == Form.LOOKALIKE
        || pick.form() == Form.INVISIBLE
            && pick.alternatives().stream().anyMatch(a -> !a.isBlank());
  }

  /**
   * Programs choose between words all the time. It is a swap where the word is put into a sentence
   * on the spot, and what was read is compared with certain values: not with a number, and not
   * asked whether it is set. What a folder or a repository is rightly changes the words, unless it
   * is looked up in a list that is hidden.
   */
  private boolean maySwap(Trace.Hit hit) {
    return !hit.gate()
        && hit.comparison()
            .flatMap(comparisons::of)
            .filter(found -> isOfValues(found, hit.reading().factor()))
            .isPresent();
  }

  private boolean mayBeHidden(Trace.Hit hit) {
    return hit.comparison()
        .flatMap(comparisons::of)
        .filter(found ->
            found.values().isEmpty() && !(found.behind().isEmpty() && found.stored().isEmpty()))
        .isPresent();
  }

  /**
   * A condition that looks for one of the renderings is about the text, as a typographer has it.
   */
  private boolean isAboutText(Pick pick, Trace.Hit hit) {
    return pick.form() != Form.ORDER
        && hit.comparisons().stream()
            .flatMap(compared -> comparisons.of(compared).stream())
            .flatMap(found -> found.values().stream())
            .anyMatch(value -> !value.isEmpty() && pick.alternatives().contains(value));
  }

  private static boolean isOnTheSpot(Reach.Way way) {
    return way.moves().stream()
        .skip(1) // the pick itself
        .map(move -> move.to().place().node())
        .noneMatch(node ->
            node instanceof Node.Fields
                || node instanceof Node.Array
                || node instanceof Node.Member
                || node instanceof Node.Index);
  }

  /** The offset of a zone is a number, and names it. */
  private static boolean isOfValues(Comparisons.Found comparison, String factor) {
    return switch (comparison.match()) {
      case PRESENCE, RANGE -> false;
      default ->
          comparison.values().isEmpty()
              || comparison.values().stream()
                  .anyMatch(
                      v -> !v.matches("-?[\\d.]*") || factor.equals("timezone") && v.length() > 1);
    };
  }

  private List<Pick> picks(Code code, PickSeeds seeds) {
    List<Pick> found = new ArrayList<>();
    Set<Place> seen = new HashSet<>();
    for (int t : seeds.constants) {
      code.syntax()
          .at(t)
          .flatMap(node -> picks.around(new Place(code, node)))
          .ifPresent(p -> add(p, seen, found));
    }
    for (int t : seeds.changes) {
      Node node = code.syntax().at(t).orElse(code.syntax().module());
      if (calling(code, node) instanceof Node.Call call) {
        Place place = new Place(code, call);
        Replacements.at(place, call).ifPresent(p -> add(p, seen, found));
        if (Picks.isMaking(call) && !call.arguments().isEmpty()) {
          numbers(place, call.arguments().getFirst()).ifPresent(p -> add(p, seen, found));
        }
      }
    }
    for (int t : seeds.draws) {
      code.syntax()
          .at(t)
          .flatMap(code.syntax()::parent)
          .filter(node -> node instanceof Node.Call)
          .ifPresent(call -> Draws.around(new Place(code, call)).forEach(p -> add(p, seen, found)));
    }
    for (int t : seeds.decoded) {
      code.syntax().at(t).flatMap(node -> decoded(code, node)).ifPresent(p -> add(p, seen, found));
    }
    for (int t : seeds.choices) {
      Node node = code.syntax().at(t).orElse(code.syntax().module());
      Node around = code.syntax().parent(node).orElse(node);
      Place place = new Place(code, around);
      Optional<Pick> order =
          switch (around) {
            case Node.Conditional choice -> Orders.of(place, choice);
            case Node.Binary both when both.operator().equals("&&") -> Orders.of(place, both);
            default -> Optional.empty();
          };
      order.ifPresent(p -> add(p, seen, found));
    }
    return found;
  }

  /** A text that a decoder makes of one of several, or of one of which another one is the other. */
  private Optional<Pick> decoded(Code code, Node seed) {
    Node node = seed;
    for (int i = 0; i < 4; i++) {
      node = code.syntax().parent(node).orElse(node);
      Place place = new Place(code, node);
      TextPicks texts = new TextPicks(place);
      Set<String> values = texts.values(node).orElse(Set.of());
      if (values.size() > 1) {
        return Picks.ofTexts(place, List.copyOf(values), texts.conditions());
      }
      if (values.size() == 1 && !(seed instanceof Node.Text)) {
        return picks.around(place);
      }
    }
    return Optional.empty();
  }

  /** The call that a name of a function or a method is called in. */
  private static Node calling(Code code, Node node) {
    return node instanceof Node.Member || node instanceof Node.Name
        ? code.syntax().parent(node).orElse(node)
        : node;
  }

  /** A character made of one of several numbers. */
  private Optional<Pick> numbers(Place call, Node argument) {
    NumberPicks numbers = new NumberPicks(call);
    return numbers
        .values(argument)
        .flatMap(values -> Picks.ofCharacters(call, values, numbers.conditions()));
  }

  private static void add(Pick pick, Set<Place> seen, List<Pick> into) {
    if (seen.add(pick.shown()) && (pick.form() != Form.FORMAT || !pick.conditions().isEmpty())) {
      into.add(pick);
    }
  }
}
