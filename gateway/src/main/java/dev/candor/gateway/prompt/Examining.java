package dev.candor.gateway.prompt;

import dev.candor.core.mechanism.Mark;
import dev.candor.gateway.Finding;
import dev.candor.text.Visible;
import dev.candor.text.mechanism.Symbols;
import dev.candor.text.odd.Oddities;
import java.util.ArrayList;
import java.util.List;

/** Looks at the texts of one body, and says what marks them. */
final class Examining {
  private static final int MOST_FINDINGS = 100;
  private static final int AROUND = 10;
  private static final int MOST_POINTS = 16;
  private static final int MOST_POINTER = 300;

  private final List<Watched> watched;
  private final TwoForms forms;
  private final String client;
  private final List<Finding> findings = new ArrayList<>();
  private int inAll;
  private boolean condemned;

  Examining(List<Watched> watched, TwoForms forms, String client) {
    this.watched = watched;
    this.forms = forms;
    this.client = client;
  }

  /**
   * Looks at the next text.
   *
   * @return whether something stands there that is not as usual
   */
  boolean look(SpanText text) {
    int before = inAll;
    for (Watched one : watched) {
      for (Watched.Symbol symbol : one.symbols(text.text())) {
        Mark mark = symbol.mark();
        add(
            text,
            "mechanism",
            symbol.start(),
            symbol.end(),
            mark.unmarked(),
            "%s, %s".formatted(symbol.mechanism(), mark.name()),
            true);
      }
    }
    boolean prompt = !text.span().fixed();
    Oddities.findings(
        text.text(),
        odd ->
            add(
                text,
                odd.rule().id(),
                odd.start(),
                odd.end(),
                odd.usual(),
                odd.decoded().map(d -> "spells " + Visible.of(d, 80)).orElse(odd.rule().why()),
                prompt));
    boolean odd = inAll > before;
    for (TwoForms.Variation varied : forms.look(client, text.text())) {
      int from = difference(varied.earlier(), varied.now());
      add(
          text,
          "two-forms",
          varied.start(),
          varied.end(),
          varied.earlier(),
          "the same client sent this sentence with %s before, and sends it with %s now"
              .formatted(
                  points(varied.earlier(), from, varied.earlier()),
                  points(varied.now(), from, varied.earlier())),
          false); // nobody knows which of both is the mark
    }
    return odd;
  }

  /** From where on they differ. */
  private static int difference(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String points(String signs, int from, String other) {
    String rest = signs.substring(Math.min(from, signs.length()));
    boolean one = !rest.isEmpty() && signs.length() == other.length();
    return one ? Symbols.points(rest.substring(0, 1)) : points(rest);
  }

  private void add(
      SpanText text,
      String rule,
      int start,
      int end,
      String usual,
      String detail,
      boolean condemns) {
    inAll++;
    condemned |= condemns;
    if (findings.size() == MOST_FINDINGS) {
      return;
    }
    String all = text.text();
    findings.add(
        new Finding(
            rule,
            Visible.of(text.span().pointer(), MOST_POINTER),
            text.byteAt(start),
            text.byteAt(end),
            points(all.substring(start, end)),
            points(usual),
            Visible.of(all.substring(cut(all, Math.max(0, start - AROUND)), start)),
            Visible.of(all.substring(end, cut(all, Math.min(all.length(), end + AROUND)))),
            detail,
            text.span().fixed()));
  }

  /** Not within a character of two units. */
  private static int cut(String text, int at) {
    boolean within =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return within ? at - 1 : at;
  }

  static String points(String text) {
    int most = text.codePointCount(0, text.length());
    if (most <= MOST_POINTS) {
      return Symbols.points(text);
    }
    return Symbols.points(text.substring(0, text.offsetByCodePoints(0, MOST_POINTS)))
        + " and %d more".formatted(most - MOST_POINTS);
  }

  /** The first of them. */
  List<Finding> findings() {
    return findings;
  }

  int inAll() {
    return inAll;
  }

  /** Whether one of them is reason enough to refuse: a mechanism's, or odd in a prompt. */
  boolean condemns() {
    return condemned;
  }
}
