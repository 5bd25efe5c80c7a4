package dev.candor.scan;

import dev.candor.scan.encoding.Clues;
import dev.candor.scan.encoding.Encoding;
import dev.candor.scan.encoding.Encoding.Family;
import dev.candor.scan.encoding.Letters;
import dev.candor.scan.encoding.Peeled;
import dev.candor.scan.encoding.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Takes layer after layer off stored data until it reads: breadth first, so that the simplest
 * explanation wins, and never deeper than {@link #DEEPEST} layers.
 */
final class Peeling {
  private static final int DEEPEST = 4;
  private static final int MOST_NODES = 300;
  private static final int MOST_BYTES = 1 << 20;

  /**
   * What turns one readable text into another (an order, a rotation) must gain this much, in bits a
   * letter, and over this many letters: best of some forty tries, chance gains less.
   */
  private static final double GAIN = 0.5;

  private static final int FEWEST_LETTERS = 40;

  private static final List<Encoding> ENCODINGS =
      ServiceLoader.load(Encoding.class, Encoding.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  /** Stored data with its layers off. */
  record Unwrapped(List<String> steps, Reading reading) {}

  private record Node(Pieces pieces, List<String> steps, List<Family> families, boolean exact) {
    Node after(Encoding encoding, Peeled peeled) {
      List<String> longer = new ArrayList<>(steps);
      longer.add(peeled.step());
      List<Family> chain = new ArrayList<>(families);
      chain.add(encoding.family());
      boolean proof =
          exact || encoding.family() == Family.ALPHABET || encoding.family() == Family.PACKED;
      return new Node(peeled.result(), longer, chain, proof);
    }
  }

  private final Clues clues;
  private final double plainScore;
  private int nodes;
  private Optional<Unwrapped> prose = Optional.empty();

  /** Whether no key was guessed for the prose: a wrong one can leave letters that read. */
  private boolean proven;

  private Peeling(Clues clues, double plainScore) {
    this.clues = clues;
    this.plainScore = plainScore;
  }

  /**
   * @param steps what has already been undone, as {@code escapes}
   * @param exact whether that alone shows that the data is stored encoded
   * @return a list where one is found, else text that is no list, else nothing
   */
  static Optional<Unwrapped> unwrap(Pieces stored, List<String> steps, boolean exact, Clues clues) {
    if (stored.total() > MOST_BYTES) {
      return Optional.empty();
    }
    Peeling peeling = new Peeling(clues, plainScore(stored));
    return peeling.search(new Node(stored, steps, List.of(), exact));
  }

  private static double plainScore(Pieces stored) {
    double sum = 0;
    int letters = 0;
    for (byte[] piece : stored.bytes()) {
      Letters.Measure measure = Letters.of(piece, 0, Math.min(piece.length, 4096));
      sum += measure.score() * measure.letters();
      letters += measure.letters();
    }
    return letters == 0 ? 0 : sum / letters;
  }

  private Optional<Unwrapped> search(Node root) {
    List<Node> level = List.of(root);
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      List<Node> next = new ArrayList<>();
      Optional<Unwrapped> found = peelAll(level, false, next);
      if (found.isEmpty() && !proven && clues.effort() == Clues.Effort.FULL) {
        found = peelAll(level, true, next);
      }
      if (found.isPresent() || prose.isPresent()) {
        return found.or(() -> prose);
      }
      level = next;
    }
    return Optional.empty();
  }

  /**
   * Takes one layer off each node; the best list, or empty, with what to go on from in {@code
   * next}.
   */
  private Optional<Unwrapped> peelAll(List<Node> level, boolean dear, List<Node> next) {
    Optional<Unwrapped> best = Optional.empty();
    for (Node node : level) {
      for (Node child : children(node, dear)) {
        Optional<Unwrapped> list = judge(child, next);
        if (list.isPresent() && (best.isEmpty() || worth(list) > worth(best))) {
          best = list;
        }
      }
    }
    return best;
  }

  /** More letters that read better: of two keys that fit, the wrong one spoils or loses some. */
  private static double worth(Optional<Unwrapped> unwrapped) {
    return unwrapped.isPresent() && unwrapped.get().reading() instanceof Reading.Listed list
        ? (list.score() + 2) * Entries.letters(list.entries())
        : 0;
  }

  private List<Node> children(Node node, boolean dear) {
    boolean text = isPrintable(node.pieces());
    boolean flat = isFlat(node.pieces().prefix(1024));
    List<Node> children = new ArrayList<>();
    for (Encoding encoding : ENCODINGS) {
      if (encoding.dear() == dear
          && nodes < MOST_NODES
          && mayFollow(node, encoding, text)
          && !(flat && encoding.family() == Family.CIPHER)) {
        encoding.peel(
            node.pieces(),
            clues,
            peeled -> {
              nodes++;
              children.add(node.after(encoding, peeled));
            });
      }
    }
    return children;
  }

  private static boolean mayFollow(Node node, Encoding encoding, boolean text) {
    Family family = encoding.family();
    if (text && !encoding.onText() || !text && family == Family.ALPHABET) {
      return false;
    }
    if (node.families().isEmpty()) {
      return true;
    }
    return switch (family) {
      case CIPHER -> !node.families().contains(family);
      case ORDER -> !node.families().contains(family) && !node.families().contains(Family.CIPHER);
      case PACKED -> !node.families().contains(Family.CIPHER);
      case ALPHABET -> true;
    };
  }

  /**
   * A list is a result; other text is kept as second best; noise, and text that looks encoded
   * again, is searched on.
   */
  private Optional<Unwrapped> judge(Node node, List<Node> next) {
    Reading reading = Readability.of(node.pieces().bytes(), isProven(node));
    switch (reading) {
      case Reading.Listed list -> {
        if (node.exact() || gains(list)) {
          return Optional.of(new Unwrapped(node.steps(), list));
        }
      }
      case Reading.Prose text -> {
        if (Suspicion.looksEncoded(text.text()) || Suspicion.hasFewLetters(text.text())) {
          next.add(node);
        } else if (prose.isEmpty() && isProse(node, text)) {
          prose = Optional.of(new Unwrapped(node.steps(), text));
          proven = !node.families().contains(Family.CIPHER);
        }
      }
      case Reading.Noise noise -> {
        // A key that gives no text is a wrong key.
        if (!node.families().contains(Family.CIPHER)) {
          next.add(node);
        }
      }
    }
    return Optional.empty();
  }

  /** A key found by search must be backed by more letters than an alphabet that fits. */
  private boolean isProse(Node node, Reading.Prose text) {
    int letters = Letters.of(text.text()).letters();
    boolean searched = node.families().contains(Family.CIPHER);
    if (searched && node.steps().stream().anyMatch(clues.known()::contains)) {
      return letters >= 3;
    }
    return node.exact()
        && (searched ? letters >= 60 && text.score() > 0.3 : letters >= 12 && text.score() > 0);
  }

  /**
   * Whether chance cannot have made this text: an alphabet or a stream that fits to its end. Keys
   * and other orders are believed only if the text reads well.
   */
  private boolean isProven(Node node) {
    boolean simple =
        node.families().stream().allMatch(f -> f == Family.ALPHABET || f == Family.PACKED);
    return clues.source() && node.exact() && (simple || node.steps().getLast().startsWith("aes-"));
  }

  private boolean gains(Reading.Listed list) {
    return list.score() >= plainScore + GAIN
        && list.score() >= GAIN - 0.1
        && (Entries.letters(list.entries()) >= FEWEST_LETTERS || LanguageTags.are(list.entries()));
  }

  /**
   * One byte value makes up more of it than any letter of a text does: bit masks, tables with
   * zeros.
   */
  private static boolean isFlat(byte[] bytes) {
    int[] count = new int[256];
    int most = 0;
    for (byte b : bytes) {
      most = Math.max(most, ++count[b & 0xff]);
    }
    return bytes.length >= 16 && most * 4 > bytes.length;
  }

  private static boolean isPrintable(Pieces pieces) {
    for (byte b : pieces.prefix(256)) {
      if (b < ' ' && b != '\n' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
