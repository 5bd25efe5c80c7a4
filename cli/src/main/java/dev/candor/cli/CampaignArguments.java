package dev.candor.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Which exchange logs are worked on. */
final class CampaignArguments {
  private CampaignArguments() {}

  static void logs(CommandSpec spec, String arity) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("LOG")
            .required(!arity.startsWith("0"))
            .arity(arity)
            .type(Path[].class)
            .description("Exchange logs: Parquet, CSV or JSON lines, or folders of them.")
            .build());
  }

  static List<Path> logs(ParseResult arguments) {
    return List.of(arguments.matchedPositionalValue(0, new Path[0]));
  }
}
