package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.Fetch;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.Limits;
import dev.candor.artifact.PackageReference;
import dev.candor.core.HiddenTable;
import dev.candor.core.Progress;
import dev.candor.core.StaticFindings;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs this machine's npm configuration and network. */
@Tag("field")
class RealPackagesTest {
  private static StaticFindings scan(String reference) {
    Artifact artifact =
        new Fetch().open(PackageReference.parse(reference), FetchOptions.standard());
    return Scan.run(artifact, Limits.STANDARD, Progress.NONE);
  }

  @Test
  void findsTheTwoTablesOfTheReportedVersion() {
    List<HiddenTable> tables = scan("npm:@anthropic-ai/claude-code@2.1.91").tables();
    assertThat(tables).hasSize(2);
    assertThat(tables)
        .allSatisfy(table -> assertThat(table.encoding()).containsExactly("base64", "xor:91"));
    assertThat(tables.get(0).entries()).hasSize(147).startsWith("cn", "sankuai.com");
    assertThat(tables.get(1).entries()).hasSize(11).startsWith("deepseek", "moonshot");
  }

  @Test
  void findsNoneInTheVersionBefore() {
    assertThat(scan("npm:@anthropic-ai/claude-code@2.1.90").tables()).isEmpty();
  }
}
