package dev.candor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * How a command was called, for whoever wants to call it again: without where results go and what
 * was kept, and without what tells of this machine.
 */
final class Invocation {
  private static final Set<String> OUTPUTS =
      Stream.concat(
              ReportArguments.names().stream(),
              Stream.of(
                  Experimenting.MECHANISM,
                  ExperimentArguments.TRIALS,
                  AttestArguments.ATTEST,
                  AttestArguments.KEY,
                  RejectsArguments.REJECTS,
                  EngineArguments.SPILL))
          .collect(Collectors.toUnmodifiableSet());

  /** Name and password within a URL (RFC 3986, 3.2.1). */
  private static final Pattern LOGIN = Pattern.compile("//[^/@]*@");

  private Invocation() {}

  /** The command's name, its packages, then options as {@code --seed=1}. */
  static List<String> of(ParseResult arguments) {
    List<String> words = new ArrayList<>();
    words.add(arguments.commandSpec().name());
    arguments.matchedPositionals().stream().flatMap(Invocation::values).forEach(words::add);
    arguments.matchedOptions().stream()
        .distinct()
        .filter(option -> !OUTPUTS.contains(option.longestName()))
        .flatMap(Invocation::words)
        .forEach(words::add);
    return words;
  }

  private static Stream<String> words(OptionSpec option) {
    String name = option.longestName();
    if (option.arity().max() == 0) {
      return Stream.of(name);
    }
    return values(option).map(value -> name + "=" + LOGIN.matcher(value).replaceAll("//"));
  }

  private static Stream<String> values(ArgSpec argument) {
    boolean files =
        argument.type().equals(Path.class) || Path.class.equals(argument.type().getComponentType());
    return argument.originalStringValues().stream().map(value -> files ? fileName(value) : value);
  }

  /** Where it lies is nobody's business. */
  private static String fileName(String path) {
    Path name = Path.of(path).getFileName();
    return name == null ? path : name.toString();
  }
}
