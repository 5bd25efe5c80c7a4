package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The commands that a call runs, as lists of words: one text for a shell with several commands in
 * it, a program with an array of arguments, or an object that has both.
 */
final class CommandLines {
  /** Stands for text that is not told by the code alone. */
  static final char UNKNOWN = '\0';

  /** The last word of a command of the catalogue behind which nothing follows. */
  static final String END = "$";

  private static final int LONGEST = 1_000;

  private static final Pattern BETWEEN = Pattern.compile("\\$\\(|&&|\\|\\||[;|`\\n]");

  /** Names of functions that run a command. */
  private static final Pattern RUNNING =
      Pattern.compile("(?i)exec|spawn|shell|run|bash|command|^cmd|git|^sh$|^\\$$");

  /** What may stand before a command and runs it. */
  private static final Set<String> RUNNERS =
      Set.of(
          "sudo",
          "env",
          "exec",
          "command",
          "time",
          "nohup",
          "sh",
          "bash",
          "zsh",
          "/bin/sh",
          "/bin/bash",
          "cmd",
          "cmd.exe",
          "/c",
          "/d",
          "/s");

  /** Members of an object that say what is to be run. */
  private static final Set<String> MEMBERS = Set.of("cmd", "command", "file", "args", "argv");

  private final Constants constants;

  CommandLines(Constants constants) {
    this.constants = constants;
  }

  /**
   * One command.
   *
   * @param programFirst whether its first word is the program; an array of arguments may come to a
   *     function that knows the program
   */
  record Line(List<String> words, boolean programFirst) {}

  /** A first look: whether there may be a command behind another one. Prose has it seldom. */
  static boolean mayHide(String text) {
    if (text.indexOf(' ') < 0 || text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case ';', '|', '&', '`', '$', '=' -> {
          return true;
        }
        default -> {}
      }
    }
    return RUNNERS.contains(text.substring(0, text.indexOf(' ')));
  }

  /** The commands of a text for a shell. */
  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    if (text.length() <= LONGEST) {
      for (String part : BETWEEN.split(text)) {
        List<String> words = new ArrayList<>();
        split(part, words);
        line(words, true).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private static Optional<Line> line(List<String> words, boolean programFirst) {
    int first = 0;
    while (first < words.size() && isBefore(words.get(first))) {
      first++;
    }
    boolean hidden = first < words.size() && words.get(first).indexOf(UNKNOWN) >= 0;
    List<String> rest = words.subList(hidden ? first + 1 : first, words.size());
    return rest.isEmpty() ? Optional.empty() : Optional.of(new Line(rest, programFirst && !hidden));
  }

  private static boolean isBefore(String word) {
    return RUNNERS.contains(word)
        || word.startsWith("-")
        || word.indexOf('=') > 0
            && word.substring(0, word.indexOf('='))
                .chars()
                .allMatch(Character::isUnicodeIdentifierPart);
  }

  /** Whether a function of that name may run a text that only looks like a command. */
  static boolean mayRun(String name) {
    return RUNNING.matcher(name).find();
  }

  /** The commands that a call is given; of a text that others may read, the first one. */
  List<Line> of(Spot spot, Node.Call call) {
    List<Line> lines = of(spot, call.arguments());
    String name = Readings.calledName(call);
    boolean may = lines.size() < 2 || name.length() < 4 || mayRun(name); // or minified
    return may ? lines : lines.subList(0, 1);
  }

  private List<Line> of(Spot spot, List<Node> arguments) {
    List<Line> lines = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean array = false;
    for (Node argument : arguments) {
      if (argument instanceof Node.Array list) {
        list.elements().forEach(element -> element(spot, element, words));
        array = true;
        break; // options follow
      }
      if (argument instanceof Node.Fields fields) {
        lines.addAll(
            of(
                spot,
                fields.fields().stream()
                    .filter(f ->
                        f instanceof Node.Field field
                            && field.name().filter(MEMBERS::contains).isPresent())
                    .map(f -> ((Node.Field) f).value())
                    .toList()));
        continue;
      }
      String text = text(spot, argument);
      if (text.indexOf(' ') > 0) {
        lines.addAll(of(text));
      } else if (!text.isEmpty() && text.indexOf(UNKNOWN) < 0) {
        words.add(text);
      }
    }
    line(words, !array).ifPresent(lines::add);
    return lines;
  }

  private void element(Spot spot, Node element, List<String> into) {
    String text = text(spot, element);
    if (text.isEmpty()) {
      into.add(String.valueOf(UNKNOWN));
    } else {
      split(text, into);
    }
  }

  /** What the code tells of a text; empty where it tells nothing. */
  private String text(Spot spot, Node node) {
    return switch (node) {
      case Node.Text text -> text.value();
      case Node.Template template -> String.join(String.valueOf(UNKNOWN), template.texts());
      case Node.Name name -> constant(spot, name);
      case Node.Binary sum when sum.operator().equals("+") -> {
        String whole = constant(spot, sum);
        yield whole.isEmpty() ? sum(spot, sum) : whole;
      }
      default -> "";
    };
  }

  private String sum(Spot spot, Node.Binary sum) {
    String left = text(spot, sum.left());
    String right = text(spot, sum.right());
    return left.isEmpty() && right.isEmpty()
        ? ""
        : (left.isEmpty() ? String.valueOf(UNKNOWN) : left)
            + (right.isEmpty() ? String.valueOf(UNKNOWN) : right);
  }

  private String constant(Spot spot, Node node) {
    return constants.text(spot.at(spot.place().at(node), List.of())).orElse("");
  }

  private static void split(String text, List<String> into) {
    if (text.length() <= LONGEST) {
      for (String part : text.split("\\s+")) {
        String word = unquoted(part);
        if (!word.isEmpty()) {
          into.add(word);
        }
      }
    }
  }

  private static String unquoted(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && (word.charAt(from) == '"' || word.charAt(from) == '\'')) {
      from++;
    }
    while (to > from && (word.charAt(to - 1) == '"' || word.charAt(to - 1) == '\'')) {
      to--;
    }
    return word.substring(from, to);
  }

  /** Whether a line runs a command of the catalogue. */
  static boolean runs(Line line, Catalogue.Command command) {
    List<String> wanted = command.words();
    boolean ends = wanted.getLast().equals(END);
    List<String> named = ends ? wanted.subList(0, wanted.size() - 1) : wanted;
    return inOrder(named, line.words(), ends)
        || !line.programFirst()
            && named.size() > 2
            && inOrder(named.subList(1, named.size()), line.words(), ends);
  }

  /**
   * Whether all words are there in this order, from the first on, with nothing but flags between.
   */
  private static boolean inOrder(List<String> wanted, List<String> words, boolean ends) {
    int next = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(wanted.get(next)) || next == 0 && word.endsWith("/" + wanted.getFirst())) {
        next++;
      } else if (!word.startsWith("-")
          && word.indexOf(UNKNOWN) < 0
          && (next == 0 || !words.get(i - 1).startsWith("-"))) {
        return false;
      }
      if (next == wanted.size()) {
        return !ends || isLast(words, i);
      }
    }
    return false;
  }

  /** Whether nothing but flags and redirections follows: a word more would be a value to set. */
  private static boolean isLast(List<String> words, int last) {
    boolean sets =
        words.stream()
            .anyMatch(
                w -> w.startsWith("--unset") || w.equals("--add") || w.startsWith("--replace"));
    for (int i = last + 1; i < words.size() && !sets; i++) {
      String word = words.get(i);
      if (word.indexOf('>') >= 0 || word.indexOf('<') >= 0) {
        return true;
      }
      sets = !word.startsWith("-") && !words.get(i - 1).startsWith("-");
    }
    return !sets;
  }
}
