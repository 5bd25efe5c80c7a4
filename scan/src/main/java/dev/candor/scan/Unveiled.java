package dev.candor.scan;

import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.scan.rewrite.Decoder;
import java.util.List;

/**
 * A module as it reads once its own decoders were run; often the same.
 *
 * @param decoders those that were run
 * @param notSeen what stays hidden, and why
 */
record Unveiled(Source source, List<Decoder> decoders, List<String> notSeen) {
  /** So many strings that one function decodes, each in a call of its own, are one table. */
  private static final int MANY_CALLS = 12;

  private static final int MOST_PLACES = 20;
  private static final int SHOWN = 160;

  static Unveiled same(Source source, List<String> notSeen) {
    return new Unveiled(source, List.of(), notSeen);
  }

  /** Whether the data is what a decoder decodes: what that gives stands in the source already. */
  boolean isDecoded(Stored stored) {
    if (decoders.isEmpty()) {
      return false;
    }
    long start = source.offsets().start((int) stored.start());
    return decoders.stream()
        .flatMap(decoder -> decoder.code().stream())
        .anyMatch(code -> code.start() <= start && start < code.end());
  }

  /** The strings of each decoder, as one finding. */
  void report(Sink sink) {
    notSeen.forEach(note -> sink.notSeen(source.module().name() + ": " + note));
    for (Decoder decoder : decoders) {
      List<String> texts =
          decoder.texts().stream().filter(t -> !t.isBlank() && Readability.isText(t)).toList();
      Idioms idioms = Source.idioms(decoder.program());
      if (texts.isEmpty()
          || !idioms.isBetween(0, Integer.MAX_VALUE) && !idioms.computed().isVeiled()
          || Visibility.isVisible(texts, decoder.program())) {
        continue;
      }
      String text = String.join("\n", texts);
      Reading listed = Readability.ofEntries(texts);
      double score = Readability.score(text);
      if (decoder.isNaming()) {
        // Names of members and whatever else the program says: words of its own, and no list.
        sink.recovered(recovered(decoder, new Reading.Prose(text, score)));
      } else if (texts.size() >= MANY_CALLS) {
        sink.recovered(recovered(decoder, new Reading.Listed(texts, score, text)));
      } else if (listed instanceof Reading.Listed) {
        sink.recovered(recovered(decoder, listed));
      }
    }
  }

  private Recovered recovered(Decoder decoder, Reading reading) {
    List<Location> places =
        decoder.calls().stream().distinct().limit(MOST_PLACES).map(source::locate).toList();
    Location first = places.getFirst();
    return new Recovered(
        List.of("function"),
        reading,
        new Recovery.Evaluated(first, shown(decoder)),
        first,
        places.subList(1, places.size()));
  }

  private static String shown(Decoder decoder) {
    String program = decoder.program();
    return program.length() <= SHOWN ? program : program.substring(0, SHOWN) + "…";
  }
}
