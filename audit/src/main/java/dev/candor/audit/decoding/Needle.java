package dev.candor.audit.decoding;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Template.Part;
import dev.candor.text.mechanism.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a mechanism, and bytes that stand wherever it does: the longest run of a literal that
 * no writer escapes.
 */
final class Needle {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9 .,:;_-]+");

  /** A UTF-16 unit as an escape in a string within a string within a string. */
  private static final int LONGEST_UNIT = 14;

  private static final int SHORTEST = 4;

  private final Mechanism mechanism;
  private final Carrier.Text carrier;
  private final List<Mark> marks;
  private final Sentences sentences;
  private final byte[] anchor;
  private final int[] skip = new int[256];

  private Needle(Mechanism mechanism, Carrier.Text carrier) {
    this.mechanism = mechanism;
    this.carrier = carrier;
    marks = mechanism.marksOf(carrier);
    sentences = new Sentences(mechanism, carrier);
    anchor = anchor(carrier).getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(skip, anchor.length);
    for (int i = 0; i + 1 < anchor.length; i++) {
      skip[anchor[i]] = anchor.length - 1 - i;
    }
  }

  static List<Needle> of(List<Mechanism> mechanisms) {
    return mechanisms.stream()
        .flatMap(mechanism ->
            mechanism.carriers().stream()
                .filter(Carrier.Text.class::isInstance)
                .map(carrier -> new Needle(mechanism, (Carrier.Text) carrier)))
        .toList();
  }

  private static String anchor(Carrier.Text carrier) {
    String best = "";
    for (Part part : carrier.template().parts()) {
      if (part instanceof Part.Literal(String text)) {
        Matcher run = SAFE.matcher(text);
        while (run.find()) {
          best = run.group().length() > best.length() ? run.group() : best;
        }
      }
    }
    return best.length() < SHORTEST ? "" : best;
  }

  Mechanism mechanism() {
    return mechanism;
  }

  Carrier.Text carrier() {
    return carrier;
  }

  List<Mark> marks() {
    return marks;
  }

  Sentences sentences() {
    return sentences;
  }

  /** How many bytes before and behind an anchor may belong to it. */
  int reach() {
    return sentences.longest() * LONGEST_UNIT + 16;
  }

  /** Whether there are bytes to look for; else all has to be read as text. */
  boolean hasAnchor() {
    return anchor.length > 0;
  }

  /** Where the anchor next begins in {@code [from, to)}, -1 if nowhere (Horspool's search). */
  int next(byte[] bytes, int from, int to) {
    int last = anchor.length - 1;
    byte end = anchor[last];
    int at = from + last;
    while (at < to) {
      byte b = bytes[at];
      if (b == end && Arrays.equals(bytes, at - last, at, anchor, 0, last)) {
        return at - last;
      }
      at += skip[b & 0xff];
    }
    return -1;
  }
}
