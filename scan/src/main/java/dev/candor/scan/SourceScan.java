package dev.candor.scan;

import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.core.Recovery;
import dev.candor.scan.encoding.Clues;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Scans one source module: first what reads by itself, then what only its own code can decode. */
final class SourceScan {
  /** So many of the longest literals are read in turn, each with the keys of those before it. */
  private static final int LEARN_FROM = 60;

  private final Source source;
  private final Set<Long> nearAt;
  private final Sink sink;
  private final Knowledge knowledge = new Knowledge();
  private final SearchesDone searches = new SearchesDone();
  private final Set<Long> readAt = ConcurrentHashMap.newKeySet();
  private Optional<Evaluation> evaluation = Optional.empty();
  private final List<Stored> unread = Collections.synchronizedList(new ArrayList<>());

  private SourceScan(Source source, List<Stored> near, Sink sink) {
    this.source = source;
    this.nearAt = near.stream().map(Stored::start).collect(Collectors.toSet());
    this.sink = sink;
  }

  /** The first part, which keeps two processors busy: finds what can be found by search alone. */
  static SourceScan search(Module module, Sandbox sandbox, Sink sink) {
    Tokens tokens = Source.lex(module);
    // Each walks over millions of tokens, and neither needs the other.
    CompletableFuture<SourceLiterals.Collected> collected =
        CompletableFuture.supplyAsync(() -> SourceLiterals.collect(tokens));
    Unveiled unveiled = Unveiling.of(Source.of(module, tokens), sandbox);
    Source source = unveiled.source();
    DecodingCode code = DecodingCode.of(source);
    SourceLiterals.Collected literals =
        unveiled.decoders().isEmpty() && source.tokens() == tokens
            ? collected.join()
            : SourceLiterals.collect(source.tokens()).without(unveiled::isDecoded);
    unveiled.report(sink);
    List<Stored> near = literals.stored().parallelStream().filter(code::isNear).toList();
    SourceScan scan = new SourceScan(source, near, sink);
    CompletableFuture<Void> searched = new CompletableFuture<>();
    if (module.language() == Language.JAVASCRIPT) {
      scan.evaluation =
          Optional.of(
              Evaluation.begin(
                  source, code, literals.stored(), near, scan.readAt, searched, sandbox));
    }
    try {
      scan.search(literals);
    } finally {
      searched.complete(null);
    }
    return scan;
  }

  /**
   * The second part: adds what the module's own code decodes, which is waiting for the most part.
   */
  void finish(FlowGroups flows) {
    CompletableFuture<Void> shapes = CompletableFuture.runAsync(this::shapes);
    CompletableFuture<Void> followed = CompletableFuture.runAsync(() -> flows.add(source));
    evaluation.ifPresent(begun -> begun.report(unread(), readAt, sink));
    shapes.join();
    followed.join();
    flows.finished(source.module());
  }

  private void shapes() {
    pieces();
    DigestLists.find(source, sink);
  }

  /** What decoding code is near to, and search could not read, in the order of the text. */
  private List<Stored> unread() {
    return unread.stream()
        .filter(stored -> nearAt.contains(stored.start()))
        .sorted(Comparator.comparingLong(Stored::start))
        .toList();
  }

  private void search(SourceLiterals.Collected literals) {
    List<Stored> longestFirst = new ArrayList<>(literals.stored());
    longestFirst.sort(
        Comparator.comparingLong((Stored x) -> x.start() - x.end())
            .thenComparingLong(Stored::start));
    int learned = Math.min(LEARN_FROM, longestFirst.size());
    for (Stored stored : longestFirst.subList(0, learned)) {
      read(stored, literals.alphabets())
          .ifPresent(r -> {
            if (r.reading() instanceof Reading.Listed list) {
              knowledge.learn(r.steps(), list);
            }
          });
    }
    longestFirst.subList(learned, longestFirst.size()).parallelStream()
        .forEach(stored -> read(stored, literals.alphabets()));
  }

  private Optional<Recovered> read(Stored stored, List<String> alphabets) {
    Clues clues = knowledge.with(clues(stored, alphabets));
    Optional<Recovered> found =
        searches
            .unwrap(stored.data(), clues)
            .map(unwrapped -> TableSearch.recovered(unwrapped, source.locate(stored)));
    if (found.isEmpty()) {
      unread.add(stored);
      return found;
    }
    Recovered recovered = found.get();
    boolean list = recovered.reading() instanceof Reading.Listed;
    if (list && recovered.steps().stream().noneMatch(s -> s.contains(":previous-"))) {
      readAt.add(stored.start());
    } else {
      // Text that is no list may be one under another key, and where the key of the first byte
      // cannot be told from the data, the code may say.
      unread.add(stored);
    }
    if (list) {
      recovered = recovered.withUses(source.usesOf(stored));
    }
    sink.recovered(recovered);
    return found;
  }

  /** Data that no code near it decodes is not worth the dear searches. */
  private Clues clues(Stored stored, List<String> alphabets) {
    return source.module().language() == Language.PYTHON || nearAt.contains(stored.start())
        ? NearbyKeys.clues(source.tokens(), stored, alphabets)
        : new Clues(alphabets, List.of(), Set.of(), false, Clues.Effort.QUICK);
  }

  private void pieces() {
    for (ShuffledPieces.Found found : ShuffledPieces.find(source.tokens())) {
      Stored pieces =
          new Stored(
              new Stored.Data.Texts(List.of(), false),
              source.tokens().start(found.open()),
              source.tokens().end(found.close()));
      sink.recovered(
          new Recovered(
              List.of("pieces"),
              found.list(),
              new Recovery.Searched(),
              source.locate(pieces),
              source.usesOf(pieces)));
    }
  }
}
