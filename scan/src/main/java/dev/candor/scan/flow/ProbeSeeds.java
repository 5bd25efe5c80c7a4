package dev.candor.scan.flow;

import dev.candor.scan.syntax.NameSet;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a module may read its environment: told from tokens in one pass, so that only those places
 * are parsed.
 */
final class ProbeSeeds {
  private final Tokens tokens;
  private final Catalogue catalogue;
  private final NameSet reading;
  private final NameSet running;
  private final Map<String, Boolean> variables = new HashMap<>();

  /** Tokens of a name that is put together of strings. */
  private static final int MOST_PIECES = 16;

  private final List<Integer> found = new ArrayList<>();

  private ProbeSeeds(Tokens tokens, Catalogue catalogue) {
    this.tokens = tokens;
    this.catalogue = catalogue;
    this.reading = catalogue.telling();
    this.running = catalogue.running();
  }

  /** Tokens of names and strings. */
  static List<Integer> of(Tokens tokens, Catalogue catalogue) {
    ProbeSeeds seeds = new ProbeSeeds(tokens, catalogue);
    for (int t = 0; t < tokens.count(); t++) {
      byte kind = tokens.kind(t);
      boolean seed =
          switch (kind) {
            case Tokens.WORD -> seeds.word(t);
            case Tokens.STRING -> seeds.string(t);
            case Tokens.TEMPLATE, Tokens.TEMPLATE_HEAD, Tokens.TEMPLATE_MIDDLE -> seeds.template(t);
            default -> false;
          };
      if (seed) {
        seeds.found.add(t);
      }
    }
    return seeds.found;
  }

  private boolean word(int t) {
    int length = tokens.end(t) - tokens.start(t);
    if (length < 2) {
      return false;
    }
    byte before = tokens.kind(t - 1);
    boolean member = before == '.' || before == Tokens.OPTIONAL_DOT;
    boolean listed = before == '{' || before == ',';
    if (length >= 3 && reading.contains(tokens.hash(t))) {
      return (member || listed || before == Tokens.WORD || tokens.kind(t + 1) == '(')
          && mayReadHere(t, listed);
    }
    if (member
        && length == 3
        && tokens.is(t, "env")
        && (tokens.kind(t + 1) == '[' || tokens.is(t - 3, "in"))) {
      return true;
    }
    return (member || listed) && isVariable(t);
  }

  private boolean mayReadHere(int t, boolean listed) {
    if (tokens.is(t, "Date")) {
      int close = tokens.kind(t + 1) == '(' ? tokens.partner(t + 1) : t;
      return close > 0
          && (tokens.kind(close + 1) == '.'
                  && (tokens.is(close + 2, "toString") || tokens.is(close + 2, "toTimeString"))
              || tokens.kind(t - 2) == '('
                  && (tokens.is(t - 3, "String") || tokens.is(t - 3, "concat")));
    }
    if (catalogue.isCalled(tokens.source(t))) {
      byte after = tokens.kind(t + 1);
      boolean last = after == ')' && tokens.kind(t + 2) == '('; // (0, os.hostname)()
      return after == '(' || listed || after == '[' || last;
    }
    return true;
  }

  private boolean isVariable(int t) {
    byte[] text = tokens.text();
    int from = tokens.start(t);
    int to = tokens.end(t);
    if (to - from > 60) {
      return false;
    }
    boolean upper = text[from] >= 'A' && text[from] <= 'Z' || text[from] == '_';
    boolean underscore = false;
    for (int i = from; i < to; i++) {
      underscore |= text[i] == '_';
      upper &=
          text[i] >= 'A' && text[i] <= 'Z' || text[i] >= '0' && text[i] <= '9' || text[i] == '_';
    }
    return (upper || underscore) && isVariable(tokens.source(t));
  }

  /** Most names are of none, so they are asked for once. */
  private boolean isVariable(String name) {
    return variables.computeIfAbsent(name, n -> catalogue.variable(n).isPresent());
  }

  private boolean string(int t) {
    int length = tokens.end(t) - tokens.start(t);
    if (length == 5 && tokens.kind(t - 1) == '[' && tokens.content(t).equals("env")) {
      return true;
    }
    if (length < 3) {
      return false;
    }
    return length <= 62
            && (tokens.kind(t - 1) == '[' && isTelling(t)
                || length >= 4 && mayName(t) && isNamed(tokens.content(t)))
        || mayRun(t, 1);
  }

  /** {@code object["hostname"]()}, {@code object["host" + "name"]()}. */
  private boolean isTelling(int t) {
    StringBuilder name = new StringBuilder(tokens.content(t));
    int last = t;
    while (last < t + MOST_PIECES
        && tokens.kind(last + 1) == '+'
        && tokens.kind(last + 2) == Tokens.STRING) {
      last += 2;
      name.append(tokens.content(last));
    }
    return tokens.kind(last + 1) == ']'
        && reading.contains(Tokens.hash(name.toString()))
        && (!catalogue.isCalled(name.toString()) || tokens.kind(last + 2) == '(');
  }

  private boolean template(int t) {
    int length = tokens.end(t) - tokens.start(t);
    return tokens.kind(t) == Tokens.TEMPLATE
            && length > 2
            && length <= 62
            && mayName(t)
            && isNamed(tokens.content(t))
        || mayRun(t, tokens.kind(t) == Tokens.TEMPLATE_HEAD ? 2 : 1);
  }

  /** Commands in a longer text: behind another one, or with more arguments. */
  private boolean mayRun(int t, int tail) {
    int from = tokens.start(t) + 1;
    int to = tokens.end(t) - tail;
    if (to - from < 8 || to - from > 400) {
      return false;
    }
    byte before = tokens.kind(t - 1);
    boolean whole =
        tokens.kind(t) != Tokens.TEMPLATE_MIDDLE
            && (before == '(' || before == '[' || before == ',');
    boolean stored = before == '=' || before == ':' || before == '+' || before == '?';
    byte[] text = tokens.text();
    boolean begins = whole;
    for (int i = from;
        i < to && (whole || stored || tokens.kind(t) == Tokens.TEMPLATE_MIDDLE);
        i++) {
      byte b = text[i];
      if (begins && b != ' ' && b != '(') {
        int end = i;
        int hash = 0;
        while (end < to && isOfWord(text[end])) {
          hash = hash * 31 + text[end++];
        }
        // git status, but not its as a word of prose
        if (end > i && end < to && text[end] == ' ' && running.contains(hash)) {
          return true;
        }
        begins = false;
      }
      begins |=
          b == ';' || b == '|' || b == '&' || b == '`' || b == '(' && i > 0 && text[i - 1] == '$';
    }
    return false;
  }

  private static boolean isOfWord(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '-'
        || b == '_'
        || b == '/';
  }

  /** A variable, a path or a command by its first character and where it stands. */
  private boolean mayName(int t) {
    byte first = tokens.text()[tokens.start(t) + 1];
    byte before = tokens.kind(t - 1);
    boolean given = before == '(' || before == '[' || before == ',';
    return first == '/'
        || first == '.'
        || first == '~'
        || given && (first >= 'A' && first <= 'Z' || first == '_' || first >= 'a' && first <= 'z')
        || before == '+'
        || before == '='
        || before == ':' && (first >= 'A' && first <= 'Z');
  }

  private boolean isNamed(String value) {
    if (value.indexOf('/') >= 0) {
      return catalogue.file(value).isPresent();
    }
    return catalogue.mayName(value) || isVariableLike(value) && isVariable(value);
  }

  /** Capitals, or small letters with an underscore between them. */
  private static boolean isVariableLike(String value) {
    boolean underscore = value.indexOf('_') > 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean small = c >= 'a' && c <= 'z';
      if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || small && underscore)) {
        return false;
      }
    }
    return true;
  }
}
