package dev.candor.specimens.js;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes JavaScript in one style, drawn once a specimen.
 *
 * <p>In a template {@code @word} stands for an identifier (the same word is always the same
 * identifier) and {@code @0} to {@code @9} for the values given, which are code already and are
 * inserted as they are.
 */
public final class Js {
  private static final Pattern PLACE = Pattern.compile("@(?:(\\d)|([A-Za-z]\\w*))");

  private final Draw draw;
  private final boolean minified;
  private final boolean bundled;
  private final Names names;
  private final StringBuilder declared = new StringBuilder();
  private final SortedMap<String, String> builtins = new TreeMap<>();
  private final StringBuilder starts = new StringBuilder();
  private final Environment environment = new Environment(this);
  private String scope = "";
  private int fresh;

  /**
   * @param minified short names and no white space
   * @param bundled all code in one file
   */
  public Js(Draw draw, boolean minified, boolean bundled) {
    this.draw = draw;
    this.minified = minified;
    this.bundled = bundled;
    this.names = new Names(draw, minified);
  }

  public Draw draw() {
    return draw;
  }

  public boolean minified() {
    return minified;
  }

  public boolean bundled() {
    return bundled;
  }

  public String name(String word) {
    return names.of(scope, word);
  }

  /** The template as code. */
  public String code(String template, Object... values) {
    return PLACE.matcher(template).replaceAll(match -> escape(place(match, values)));
  }

  private String place(MatchResult match, Object[] values) {
    String number = match.group(1);
    return number == null ? name(match.group(2)) : values[Integer.parseInt(number)].toString();
  }

  private static String escape(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  /** Adds statements to the chunk that is being written. */
  public void declare(String template, Object... values) {
    declared.append(code(template, values)).append('\n');
  }

  /** Adds statements that the program runs before it builds its prompt; they may await. */
  public void start(String template, Object... values) {
    starts.append(code(template, values)).append('\n');
  }

  /** The statements given to {@link #start}. */
  public String starts() {
    return starts.toString();
  }

  /** What was declared since the last call. */
  public Chunk drain(String name) {
    Chunk chunk = new Chunk(name, declared.toString());
    declared.setLength(0);
    return chunk;
  }

  /** From here on words are those of {@code part} only; an empty name stands for the program. */
  public void enter(String part) {
    scope = part;
  }

  /** A word that no template has used. */
  public String fresh(String word) {
    return word + ++fresh;
  }

  /**
   * Declares a function in one of the usual ways.
   *
   * @param word its name in templates
   * @param parameters words, parted by commas
   * @return its name in code
   */
  public String function(String word, String parameters, String body, Object... values) {
    String list =
        Arrays.stream(parameters.split(",\\s*"))
            .filter(parameter -> !parameter.isEmpty())
            .map(this::name)
            .collect(Collectors.joining(", "));
    String code = code(body, values).strip();
    String name = name(word);
    String block = "{\n" + code.indent(2) + "}";
    boolean single =
        code.startsWith("return ")
            && code.indexOf(';') == code.length() - 1
            && !code.startsWith("return {");
    declared.append(
        switch (draw.below(4)) {
          case 0 ->
              "const " + name + " = (" + list + ") => " + (single ? result(code) : block) + ";\n";
          case 1 -> "var " + name + " = function (" + list + ") " + block + ";\n";
          default -> "function " + name + "(" + list + ") " + block + "\n";
        });
    return name;
  }

  private static String result(String code) {
    return code.substring("return ".length(), code.length() - 1);
  }

  /** The name under which a module of Node is known in this specimen. */
  public String builtin(String module) {
    return builtins.computeIfAbsent(module, m -> names.of("", m + "Module"));
  }

  /** Module of Node → name, of all that {@link #builtin} was asked for. */
  SortedMap<String, String> builtins() {
    return builtins;
  }

  /** A string literal. */
  public String quote(String text) {
    return Literals.quote(text, draw.chance(minified ? 100 : 70) ? '"' : '\'');
  }

  /** A number literal, decimal or hexadecimal. */
  public String number(int value) {
    return value >= 0 && draw.chance(25) ? "0x" + Integer.toHexString(value) : "" + value;
  }

  /** An expression that reads an environment variable; what it needs is declared. */
  public String env(String variable) {
    return environment.read(variable);
  }
}
