package dev.candor.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Prints the script that completes words at the shell's prompt. */
record CompletionCommand(Console console) implements Command {
  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Prints a completion script for bash and zsh.",
      "For the present shell: source <(candor completion)"
    };
  }

  @Override
  public void declare(CommandSpec spec) {}

  @Override
  public int run(ParseResult arguments) {
    PrintWriter results = console.results();
    results.print(AutoComplete.bash("candor", arguments.commandSpec().root().commandLine()));
    results.flush();
    return ExitStatus.NOTHING_COVERT;
  }
}
