package dev.candor.scan.flow;

import dev.candor.artifact.Language;
import dev.candor.scan.syntax.NameSet;
import dev.candor.scan.syntax.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What counts as reading a factor: the files {@code factors/NAME.factor}, one a factor, found
 * without a list. {@code docs/probes.md} has their format.
 */
final class Catalogue {
  private static final String FOLDER = "dev/candor/scan/factors/";
  private static final String ENDING = ".factor";

  private final Language language;
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> variableStarts = new HashMap<>();
  private final Map<String, String> variableEnds = new HashMap<>();
  private final Map<String, String> expressions = new HashMap<>();
  private final Map<String, String> methods = new HashMap<>();
  private final Set<String> called = new HashSet<>();
  private final Map<String, String> files = new HashMap<>();
  private final Set<String> lastNames = new HashSet<>();
  private final Set<String> withArguments = new HashSet<>();
  private final Set<String> commandWords = new HashSet<>();
  private final List<Command> commands = new ArrayList<>();

  /** Words of a command line whose output tells a factor. */
  record Command(List<String> words, String factor) {
    @Override
    public String toString() {
      return words.stream()
          .filter(word -> !word.equals(CommandLines.END))
          .collect(Collectors.joining(" "));
    }

    private long flags() {
      return words.stream().filter(word -> word.startsWith("-")).count();
    }
  }

  /** Names that say too little: the first name is looked for instead. */
  private static final Set<String> COMMON =
      Set.of("toString", "String", "get", "format", "name", "node", "query");

  private NameSet telling = new NameSet(Set.of());
  private NameSet running = new NameSet(Set.of());

  private Catalogue(Language language) {
    this.language = language;
  }

  private Catalogue complete() {
    // The one that says most comes first.
    commands.sort(
        Comparator.comparingInt((Command c) -> c.words().size())
            .thenComparingLong(Command::flags)
            .reversed());
    telling =
        new NameSet(
            expressions.keySet().stream()
                .map(name -> Tokens.hash(tellingName(name)))
                .collect(Collectors.toSet()));
    running =
        new NameSet(
            Stream.concat(
                    commands.stream().map(command -> command.words().getFirst()), Stream.of("cat"))
                .map(Tokens::hash)
                .collect(Collectors.toSet()));
    return this;
  }

  /** The catalogue of this build, as far as it is about a language. */
  static Catalogue standard(Language language) {
    return language == Language.PYTHON ? OfPython.STANDARD : OfJavaScript.STANDARD;
  }

  private static final class OfJavaScript {
    static final Catalogue STANDARD = load(Language.JAVASCRIPT);
  }

  private static final class OfPython {
    static final Catalogue STANDARD = load(Language.PYTHON);
  }

  private static Catalogue load(Language language) {
    Catalogue catalogue = new Catalogue(language);
    try {
      Path home =
          Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        try (Stream<Path> found = Files.list(home.resolve(FOLDER))) {
          for (Path file : found.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
              catalogue.read(nameOf(file.getFileName().toString()), lines);
            }
          }
        }
      } else {
        try (ZipFile jar = new ZipFile(home.toFile())) {
          for (ZipEntry entry : jar.stream().filter(Catalogue::isFactor).toList()) {
            try (BufferedReader lines =
                new BufferedReader(
                    new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
              catalogue.read(nameOf(entry.getName().substring(FOLDER.length())), lines);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue of factors cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the catalogue of factors cannot be found", e);
    }
    return catalogue.complete();
  }

  private static boolean isFactor(ZipEntry entry) {
    return entry.getName().startsWith(FOLDER) && entry.getName().endsWith(ENDING);
  }

  private static String nameOf(String file) {
    return file.substring(0, file.length() - ENDING.length());
  }

  /** For tests: a catalogue of one factor. */
  static Catalogue of(Language language, String factor, String lines) {
    Catalogue catalogue = new Catalogue(language);
    lines.lines().forEach(line -> catalogue.line(factor, line));
    return catalogue.complete();
  }

  private void read(String factor, BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      line(factor, line);
    }
  }

  private void line(String factor, String written) {
    String line = written.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int space = line.indexOf(' ');
    String kind = space < 0 ? line : line.substring(0, space);
    String value = space < 0 ? "" : line.substring(space + 1).strip();
    switch (kind) {
      case "env" -> variable(factor, value);
      case "js", "library" -> expression(Language.JAVASCRIPT, factor, value);
      case "method" -> method(factor, value);
      case "python" -> expression(Language.PYTHON, factor, value);
      case "file" -> files.put(value, factor);
      case "runs" -> {
        Command command = new Command(List.of(value.split(" +")), factor);
        commands.add(command);
        commandWords.add(command.words().getFirst());
        if (command.words().size() > 2) {
          commandWords.add(command.words().get(1));
        }
      }
      default -> throw new IllegalStateException(factor + ENDING + ": no line begins with " + kind);
    }
  }

  private void expression(Language in, String factor, String written) {
    if (in != language) {
      return;
    }
    String name = ExpressionNames.of(written);
    expressions.put(name, factor);
    lastNames.add(ExpressionNames.lastName(name));
    if (name.endsWith(")")) {
      called.add(ExpressionNames.lastName(name));
    }
    if (name.endsWith(")") && !name.endsWith("()")) {
      withArguments.add(ExpressionNames.callee(name));
    }
  }

  /** A method of one kind of object only: it counts on an object that is not known, too. */
  private void method(String factor, String written) {
    if (language == Language.JAVASCRIPT) {
      expression(language, factor, written);
      String name = ExpressionNames.of(written);
      methods.put(ExpressionNames.lastName(name), name);
    }
  }

  /** The expression that a call of this method stands for, whatever it is called on. */
  Optional<String> method(String name) {
    return Optional.ofNullable(methods.get(name));
  }

  private void variable(String factor, String name) {
    if (name.endsWith("*")) {
      variableStarts.put(name.substring(0, name.length() - 1), factor);
    } else if (name.startsWith("*")) {
      variableEnds.put(name.substring(1), factor);
    } else {
      variables.put(name, factor);
    }
  }

  /** The factor that an environment variable tells. */
  Optional<String> variable(String name) {
    if (name.length() < 2 || name.length() > 80) {
      return Optional.empty();
    }
    String exact = variables.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (Map.Entry<String, String> start : variableStarts.entrySet()) {
      if (name.startsWith(start.getKey())) {
        return Optional.of(start.getValue());
      }
    }
    for (Map.Entry<String, String> end : variableEnds.entrySet()) {
      if (name.endsWith(end.getKey())) {
        return Optional.of(end.getValue());
      }
    }
    return Optional.empty();
  }

  /** The factor that an expression tells, written by {@link ExpressionNames}. */
  Optional<String> expression(String name) {
    return Optional.ofNullable(expressions.get(name));
  }

  /** Whether some expression ends in this name. */
  boolean isLastName(String name) {
    return lastNames.contains(name);
  }

  /** Whether a name reads only where it is called. */
  boolean isCalled(String name) {
    return called.contains(name);
  }

  /** Whether some expression calls this with arguments that matter. */
  boolean wantsArguments(String callee) {
    return withArguments.contains(callee);
  }

  /** A first look at a text: whether it may name a file or a command that tells a factor. */
  boolean mayName(String text) {
    if (text.indexOf('/') >= 0 && file(text).isPresent()) {
      return true;
    }
    int space = text.indexOf(' ');
    String word = space < 0 ? text : text.substring(0, space);
    return commandWords.contains(word)
        || files.containsKey(text)
        || CommandLines.mayHide(text)
            && CommandLines.of(text).stream()
                .anyMatch(line ->
                    commandWords.contains(line.words().getFirst())
                        || line.words().stream().anyMatch(w -> file(w).isPresent()));
  }

  /** The factor that a file tells. */
  Optional<String> file(String path) {
    if (path.length() > 200) {
      return Optional.empty();
    }
    String factor = files.get(path);
    for (int slash = path.indexOf('/');
        factor == null && slash >= 0;
        slash = path.indexOf('/', slash + 1)) {
      factor = files.get(path.substring(slash));
      if (factor == null) {
        factor = files.get(path.substring(slash + 1));
      }
    }
    return Optional.ofNullable(factor);
  }

  List<Command> commands() {
    return commands;
  }

  /** Hashes of the names that tell an expression: where none of them stands, none is. */
  NameSet telling() {
    return telling;
  }

  /** Hashes of the programs that commands begin with. */
  NameSet running() {
    return running;
  }

  /** The last name that is called, else the last: what only this expression has. */
  private static String tellingName(String expression) {
    int open = expression.lastIndexOf("()");
    String called = open < 0 ? expression : expression.substring(0, open + 2);
    String last = ExpressionNames.lastName(called);
    return COMMON.contains(last) ? expression.replaceAll("[^\\w].*", "") : last;
  }
}
