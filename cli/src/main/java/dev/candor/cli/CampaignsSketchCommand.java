package dev.candor.cli;

import dev.candor.campaign.log.Rejects;
import dev.candor.campaign.sketch.SketchKey;
import dev.candor.campaign.sketch.SketchRequest;
import dev.candor.campaign.sketch.Sketched;
import dev.candor.campaign.sketch.Sketching;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Makes an exchange log with sketches of a log with texts. */
record CampaignsSketchCommand(Console console) implements Command {
  private static final String OUTPUT = "--output";
  private static final String TEXT = "--text";
  private static final String SYSTEM = "--system";
  private static final String KEY = "--key";

  @Override
  public String name() {
    return "sketch";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Makes an exchange log with sketches of a log with texts, on this machine.",
      "The log is JSON lines. Texts become 64-bit numbers and are written nowhere; the columns of"
          + " exchange logs stay as they are, and everything else is left out.",
      "Without --key whoever has a sketch can try which texts give it."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("FILE")
            .required(true)
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .description("JSON lines with texts.")
            .build());
    spec.addOption(
        Options.value(OUTPUT, Path.class, "FILE", "Where: a .parquet or a .jsonl.")
            .required(true)
            .build());
    spec.addOption(
        Options.value(TEXT, String.class, "NAME", "Member that holds the user text. Default: text.")
            .build());
    spec.addOption(
        Options.value(
                SYSTEM,
                String.class,
                "NAME",
                "Member that holds the system prompt. Default: system.")
            .build());
    spec.addOption(
        Options.value(
                KEY, Path.class, "FILE", "Secret of 16 bytes or more on which sketches depend.")
            .build());
    RejectsArguments.declare(spec);
    EngineArguments.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<Rejects> rejects = RejectsArguments.of(arguments, console);
    SketchRequest request =
        new SketchRequest(
            arguments.matchedPositionalValue(0, List.of()),
            Options.text(arguments, TEXT).orElse(SketchRequest.TEXT),
            Options.text(arguments, SYSTEM).orElse(SketchRequest.SYSTEM),
            Options.path(arguments, KEY).map(SketchKey::of).orElse(SketchKey.OPEN));
    Path output = arguments.matchedOptionValue(OUTPUT, Path.of(""));
    Sketched sketched =
        Sketching.write(request, output, EngineArguments.of(arguments), Instant.now());
    rejects.accept(sketched.rejects());
    PrintWriter results = console.results();
    results.println("rows  " + sketched.rows());
    results.println("log   " + output);
    results.flush();
    return ExitStatus.NOTHING_COVERT;
  }
}
