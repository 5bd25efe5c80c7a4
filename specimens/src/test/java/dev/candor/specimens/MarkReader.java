package dev.candor.specimens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the mark of a carrier out of what a specimen would send. */
final class MarkReader {
  private MarkReader() {}

  /**
   * @param prompt as {@code --print-prompt} prints it
   * @param request as {@code --print-request} prints it
   */
  static boolean marked(CarrierForm form, String prompt, String request) {
    String plain = form.symbols().getFirst();
    String mark = form.symbols().getLast();
    return switch (form.name()) {
      case "apostrophe", "built-character" ->
          either(prompt, "Today" + plain + "s", "Today" + mark + "s");
      case "date-separator", "date-replace" ->
          either(
              day(prompt),
              "\\d{4}" + quote(plain) + "\\d\\d.*",
              "\\d{4}" + quote(mark) + "\\d\\d.*");
      case "homoglyph" ->
          either(firstLine(prompt).contains(mark), sameButFor(firstLine(prompt), mark, plain));
      case "word-case" -> either(prompt, "is " + plain + ".", "is " + mark + ".");
      case "word-swap" -> either(firstLine(prompt), plain, mark);
      case "invisible", "space-kind" -> prompt.contains(mark);
      case "trailing-space" -> firstLine(prompt).endsWith("." + mark);
      case "stated" -> either(prompt, plain, mark);
      case "second-turn" -> either(request, "Here" + plain + "s", "Here" + mark + "s");
      case "number-spelling" ->
          either(
              request, "\\\"temperature\\\":" + plain + ",", "\\\"temperature\\\":" + mark + ",");
      case "header-case" -> either(request, "\"" + plain + "\"", "\"" + mark + "\"");
      case "hmac" -> either(request, "\"" + plain + "\"", "\"" + mark + "\"");
      case "key-order", "header-order" -> order(request, mark);
      case "tool-order" -> request.indexOf("count_files") < request.indexOf("list_files");
      case "id-digit" -> odd(request);
      default -> throw new AssertionError("no reader for " + form.name());
    };
  }

  /** Which of several symbols stands in the date sentence. */
  static int symbol(CarrierForm form, String prompt) {
    List<Integer> found =
        IntStream.range(0, form.symbols().size())
            .filter(i -> prompt.contains("Today" + form.symbols().get(i) + "s date"))
            .boxed()
            .toList();
    assertThat(found).as(prompt).hasSize(1);
    return found.getFirst();
  }

  private static boolean either(String text, String plain, String mark) {
    boolean regex = plain.startsWith("\\d");
    boolean isPlain = regex ? text.matches(plain) : text.contains(plain);
    boolean isMarked = regex ? text.matches(mark) : text.contains(mark);
    assertThat(isPlain).as(text).isNotEqualTo(isMarked);
    return isMarked;
  }

  private static boolean either(boolean marked, boolean plain) {
    assertThat(marked).isNotEqualTo(plain);
    return marked;
  }

  private static boolean sameButFor(String line, String mark, String plain) {
    return line.equals(line.replace(mark, plain))
        && line.equals("You are a helpful command line assistant.");
  }

  private static String day(String prompt) {
    Matcher day = Pattern.compile("date is (\\S+)").matcher(prompt);
    assertThat(day.find()).isTrue();
    return day.group(1);
  }

  private static String quote(String text) {
    return Pattern.quote(text);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElseThrow();
  }

  private static boolean order(String request, String mark) {
    String[] keys = mark.split(",");
    int first = request.indexOf(keys[0] + "\\\"");
    int second = request.indexOf(keys[1] + "\\\"");
    if (first < 0) {
      first = request.indexOf("\"" + keys[0] + "\"");
      second = request.indexOf("\"" + keys[1] + "\"");
    }
    assertThat(first).isNotNegative();
    assertThat(second).isNotNegative();
    return first < second;
  }

  private static boolean odd(String request) {
    Matcher id = Pattern.compile("\"x-request-id\",\"([0-9a-f])").matcher(request);
    assertThat(id.find()).isTrue();
    return Integer.parseInt(id.group(1), 16) % 2 == 1;
  }
}
