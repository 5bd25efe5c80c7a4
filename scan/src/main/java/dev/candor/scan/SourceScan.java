package dev.candor.scan;

import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.core.Recovery;
import dev.candor.scan.encoding.Clues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Scans one source module: first what reads by itself, then what only its own code can decode. */
final class SourceScan {
  /** So many of the longest literals are read in turn, each with the keys of those before it. */
  private static final int LEARN_FROM = 60;

  private final Source source;
  private final DecodingCode code;
  private final Sink sink;
  private final Knowledge knowledge = new Knowledge();
  private final Set<Long> readAt = ConcurrentHashMap.newKeySet();
  private final List<Stored> unread = Collections.synchronizedList(new ArrayList<>());

  private SourceScan(Source source, DecodingCode code, Sink sink) {
    this.source = source;
    this.code = code;
    this.sink = sink;
  }

  static void scan(Module module, Sandbox sandbox, Sink sink) {
    Source source = Source.of(module);
    // Each walks over millions of tokens, and neither needs the other.
    CompletableFuture<SourceLiterals.Collected> literals =
        CompletableFuture.supplyAsync(() -> SourceLiterals.collect(source.tokens()));
    DecodingCode code = DecodingCode.of(source.tokens(), source.occurrences());
    SourceScan scan = new SourceScan(source, code, sink);
    scan.search(literals.join());
    CompletableFuture<Void> shapes =
        CompletableFuture.runAsync(() -> {
          scan.pieces();
          DigestLists.find(source, sink);
        });
    if (module.language() == Language.JAVASCRIPT) {
      scan.unread.sort(Comparator.comparingLong(Stored::start));
      Evaluation.run(source, code, scan.unread, scan.readAt, sandbox, sink);
    }
    shapes.join();
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
    Optional<Recovered> found = TableSearch.read(stored, clues, source.locate(stored));
    if (found.isEmpty()) {
      unread.add(stored);
      return found;
    }
    readAt.add(stored.start());
    Recovered recovered = found.get();
    if (recovered.reading() instanceof Reading.Listed) {
      recovered = recovered.withUses(source.usesOf(stored));
      if (recovered.steps().stream().anyMatch(s -> s.contains(":previous-"))) {
        // The first byte's key cannot be told from the data; the code may say.
        unread.add(stored);
        readAt.remove(stored.start());
      }
    }
    sink.recovered(recovered);
    return found;
  }

  /** Data that no code near it decodes is not worth the dear searches. */
  private Clues clues(Stored stored, List<String> alphabets) {
    return source.module().language() == Language.PYTHON || code.isNear(stored)
        ? NearbyKeys.clues(source.tokens(), stored, alphabets)
        : new Clues(alphabets, List.of(), Set.of(), false, Clues.Effort.QUICK);
  }

  private void pieces() {
    for (ShuffledPieces.Found found : ShuffledPieces.find(source.tokens())) {
      Stored pieces =
          new Stored(
              new Stored.Data.Texts(List.of(), false),
              source.tokens().start[found.open()],
              source.tokens().end[found.close()]);
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
