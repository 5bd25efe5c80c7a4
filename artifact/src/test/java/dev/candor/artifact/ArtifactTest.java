package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactTest {
  @Test
  void entriesOfSeveralPartsAreToldApartByTheirPrefix(@TempDir Path root) {
    Machine.write(root.resolve("a/package/cli.js"), "a");
    Machine.write(root.resolve("b/package/cli.js"), "b");
    Subject subject = new Subject("pkg:npm/%40scope/tool@1.0.0", Optional.empty());
    Artifact artifact =
        new Artifact(
            List.of(
                new Artifact.Part(subject, root.resolve("a"), "@scope/tool/"),
                new Artifact.Part(subject, root.resolve("b"), "@scope/tool-linux-x64/")),
            List.of());

    List<String> paths = new ArrayList<>();
    List<String> leftOut = artifact.walk(Limits.STANDARD, entry -> paths.add(entry.path()));

    assertThat(paths)
        .containsExactly("@scope/tool/package/cli.js", "@scope/tool-linux-x64/package/cli.js");
    assertThat(leftOut).isEmpty();
  }
}
