package dev.candor.scan;

import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.scan.Peeling.Unwrapped;
import dev.candor.scan.encoding.Clues;
import dev.candor.scan.encoding.Pieces;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one stored literal by search alone, whatever its kind. */
final class TableSearch {
  private TableSearch() {}

  static Recovered recovered(Unwrapped unwrapped, Location place) {
    return new Recovered(
        unwrapped.steps(), unwrapped.reading(), new Recovery.Searched(), place, List.of());
  }

  static Optional<Unwrapped> unwrap(Stored.Data data, Clues clues) {
    return switch (data) {
      case Stored.Data.Text text -> text(text, clues);
      case Stored.Data.Texts texts -> texts(texts, clues);
      case Stored.Data.Numbers numbers -> numbers(numbers, clues);
    };
  }

  private static Optional<Unwrapped> text(Stored.Data.Text text, Clues clues) {
    Reading plain = Readability.ofText(text.value(), text.escaped());
    if (plain instanceof Reading.Listed) {
      // Readable as it stands: hidden only if its letters were written as escapes.
      return text.escaped()
          ? Optional.of(new Unwrapped(List.of("escapes"), plain))
          : reordered(text, clues);
    }
    return bytes(text.value())
        .flatMap(b ->
            Peeling.unwrap(
                Pieces.of(b),
                text.escaped() ? List.of("escapes") : List.of(),
                text.escaped(),
                clues));
  }

  private static Optional<Unwrapped> reordered(Stored.Data.Text text, Clues clues) {
    return Suspicion.readsBetterTurned(text.value())
        ? bytes(text.value())
            .flatMap(b -> Peeling.unwrap(Pieces.of(b), List.of(), false, clues))
            .filter(u -> u.reading() instanceof Reading.Listed)
        : Optional.empty();
  }

  private static Optional<Unwrapped> texts(Stored.Data.Texts texts, Clues clues) {
    if (texts.escaped()) {
      Reading joined = Readability.ofText(String.join("", texts.values()), true);
      Reading apart = Readability.ofEntries(texts.values(), true);
      return joined instanceof Reading.Listed
          ? Optional.of(new Unwrapped(List.of("escapes", "joined"), joined))
          : apart instanceof Reading.Listed
              ? Optional.of(new Unwrapped(List.of("escapes"), apart))
              : Optional.empty();
    }
    List<byte[]> pieces = new ArrayList<>();
    for (String value : texts.values()) {
      Optional<byte[]> bytes = bytes(value);
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      pieces.add(bytes.get());
    }
    Optional<Unwrapped> each =
        Peeling.unwrap(new Pieces(pieces), List.of(), false, clues)
            .filter(u -> u.reading() instanceof Reading.Listed);
    if (each.isPresent()) {
      return each.map(u -> new Unwrapped(prepend("each", u.steps()), u.reading()));
    }
    return Peeling.unwrap(Pieces.of(new Pieces(pieces).joined()), List.of("joined"), false, clues)
        .filter(u ->
            u.reading() instanceof Reading.Listed
                && u.steps().size() > 1
                && isExact(u.steps().get(1)));
  }

  private static Optional<Unwrapped> numbers(Stored.Data.Numbers numbers, Clues clues) {
    Optional<Unwrapped> prose = Optional.empty();
    for (NumberReadings.Spelled spelled : NumberReadings.of(numbers.values())) {
      Reading reading = Readability.of(spelled.pieces().bytes(), spelled.pieces().total() >= 24);
      if (reading instanceof Reading.Listed) {
        return Optional.of(new Unwrapped(spelled.steps(), reading));
      }
      if (reading instanceof Reading.Prose p
          && p.score() > 0.2
          && !Suspicion.hasFewLetters(p.text())) {
        prose = Optional.of(new Unwrapped(spelled.steps(), reading));
        continue;
      }
      Optional<Unwrapped> deeper = Peeling.unwrap(spelled.pieces(), spelled.steps(), true, clues);
      if (deeper.isPresent() && deeper.get().reading() instanceof Reading.Listed) {
        return deeper;
      }
      prose = prose.or(() -> deeper);
    }
    return prose;
  }

  /**
   * Latin-1 where it fits, which is what byte-wise decoders read; nothing where characters are
   * wider.
   */
  private static Optional<byte[]> bytes(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 0xff) {
        return Optional.empty();
      }
    }
    return Optional.of(value.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * Strings that only make sense together are cut from something encoded, not from turned words.
   */
  private static boolean isExact(String step) {
    return !step.equals("reversed")
        && !step.equals("swapped")
        && !step.startsWith("rot")
        && !step.startsWith("xor");
  }

  private static List<String> prepend(String step, List<String> steps) {
    List<String> all = new ArrayList<>(List.of(step));
    all.addAll(steps);
    return all;
  }
}
