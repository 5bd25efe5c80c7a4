package dev.candor.wire.dialect;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chooses a tool that only looks: by its name, as nothing else is known of it. The room keeps a
 * wrong choice from doing harm; the choice keeps the run short, and without questions to a user.
 */
final class HarmlessTool {
  /** The best first: a listing of the work folder says most in the second request. */
  private static final List<String> LOOKING =
      List.of(
          "ls", "list", "glob", "read", "grep", "find", "search", "view", "show", "todo", "plan",
          "get", "status");

  /** Among lists, those of the work folder come before those of tasks. */
  private static final Pattern FILES = Pattern.compile("dir|file|folder", Pattern.CASE_INSENSITIVE);

  /** What servers of tools have is mostly none in a room. */
  private static final List<String> ELSEWHERE = List.of("mcp", "skill", "skills");

  private static final int NONE = Integer.MAX_VALUE;

  /** Wherever they stand in a name: {@code todowrite}, {@code websearch}. */
  private static final Pattern ACTING =
      Pattern.compile(
          "write|edit|delete|remov|bash|exec|shell|command|web|fetch|http|url|brows|creat"
              + "|patch|replac|insert|install|deploy|download|upload|publish|commit|push|move"
              + "|rename|kill|stop|send|submit|spawn|input|ask|approv|save|exit|click|wait");

  /** What somebody does something with, unless the name is of a list of them. */
  private static final Pattern DONE_WITH =
      Pattern.compile("terminal|agent|question|schedul|cron|script|python|notebook|mail|screen");

  /** Too short to be looked for within other words. */
  private static final List<String> ACTING_WORDS =
      List.of("run", "rm", "put", "post", "set", "add", "new", "start", "enter", "user");

  private static final Pattern WORD_ENDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private HarmlessTool() {}

  /** The most telling harmless one; the first in the request of several that are alike. */
  static Optional<Tool> among(List<Tool> tools) {
    return tools.stream()
        .filter(tool -> isHarmless(tool.name()))
        .min(Comparator.comparingInt(tool -> rank(tool.name())));
  }

  static boolean isHarmless(String name) {
    return !acts(name) && rank(name) < NONE;
  }

  /** Whether the name is of something that is done rather than looked at. */
  static boolean acts(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> words = words(name);
    return ACTING.matcher(lower).find()
        || words.stream().anyMatch(ACTING_WORDS::contains)
        || DONE_WITH.matcher(lower).find() && !words.getFirst().equals("list");
  }

  /** The smaller the better. */
  private static int rank(String name) {
    List<String> words = words(name);
    for (int i = 0; i < LOOKING.size(); i++) {
      String looking = LOOKING.get(i);
      if (words.stream().anyMatch(word -> begins(word, looking))) {
        boolean elsewhere = words.stream().anyMatch(ELSEWHERE::contains);
        return 2 * (elsewhere ? i + LOOKING.size() : i) + (FILES.matcher(name).find() ? 0 : 1);
      }
    }
    return NONE;
  }

  /** {@code readfile} begins with a word of four letters; {@code lsp} is no {@code ls}. */
  private static boolean begins(String word, String looking) {
    return word.equals(looking) || (looking.length() > 3 && word.startsWith(looking));
  }

  private static List<String> words(String name) {
    return WORD_ENDS
        .splitAsStream(name)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
