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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs this machine's npm configuration and network. */
@Tag("field")
class RealPackagesTest {
  @TempDir private Path cache;

  private StaticFindings scan(String reference) {
    FetchOptions options =
        new FetchOptions(Optional.empty(), Optional.empty(), false, cache, Progress.NONE);
    Artifact artifact = new Fetch().open(PackageReference.parse(reference), options);
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
