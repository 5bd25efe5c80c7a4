package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class InvocationTest {
  @Test
  void optionsAreThereWithoutWhereResultsGo() {
    assertThat(
            asked(
                "npm:x@1",
                "--budget",
                "40",
                "--thorough",
                "--json",
                "out.json",
                "--html=-",
                "--format",
                "terminal",
                "--all",
                "--trials",
                "kept",
                "--attest",
                "signed.json",
                "--key",
                "/home/somebody/key.pem",
                "--mechanism",
                "mark.json"))
        .containsExactly("audit", "npm:x@1", "--budget=40", "--thorough");
  }

  @Test
  void whatIsPersonalIsNot() {
    assertThat(
            asked(
                "npm:x@1",
                "--recipe",
                "/home/somebody/tool.yaml",
                "--registry",
                "https://name:secret@registry.test/npm/"))
        .containsExactlyInAnyOrder(
            "audit", "npm:x@1", "--recipe=tool.yaml", "--registry=https://registry.test/npm/");
  }

  @Test
  void filesAreNamedWithoutTheirFolder() {
    CommandSpec spec = CommandSpec.create().name("detect");
    new CampaignsDetectCommand(Screen.piped().console()).declare(spec);

    assertThat(
            Invocation.of(
                new CommandLine(spec)
                    .parseArgs(
                        "/home/somebody/a.parquet",
                        "b.csv",
                        "--output",
                        "/home/somebody/found",
                        "--html",
                        "page.html",
                        "--rejects",
                        "rejects.csv",
                        "--spill",
                        "/tmp",
                        "--smallest",
                        "9")))
        .containsExactly("detect", "a.parquet", "b.csv", "--smallest=9");
  }

  private static List<String> asked(String... words) {
    CommandSpec spec = CommandSpec.create().name("audit");
    new AuditCommand(Screen.piped().console()).declare(spec);
    return Invocation.of(new CommandLine(spec).parseArgs(words));
  }
}
