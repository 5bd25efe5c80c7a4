package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Digest;
import dev.candor.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs this machine's npm configuration and network. */
@Tag("field")
class FetchFieldTest {
  // SHA-512 and size of the published file, taken with sha512sum and ls after npm pack.
  private static final String SHA512 =
      "46f4a3824e3229fc2307250afabe8b5c75346972ec7b4a2695684179f8852610"
          + "b234007cb1cdcd1dcdcdefeec23da04b0bfb373077f70101d262a8ba57c96db8";
  private static final long SIZE = 16_522_495;

  @Test
  void fetchesThePublishedPackageAndFindsItAgainOffline(@TempDir Path cache) throws IOException {
    PackageReference reference = PackageReference.parse("npm:@anthropic-ai/claude-code@2.1.91");
    Artifact artifact = new Fetch().open(reference, options(cache, false));
    assertThat(artifact.subject().digest()).contains(new Digest("sha512", SHA512));
    assertThat(Files.size(artifact.parts().getFirst().path())).isEqualTo(SIZE);
    assertThat(new Fetch().open(reference, options(cache, true)).parts())
        .isEqualTo(artifact.parts());
  }

  private static FetchOptions options(Path cache, boolean offline) {
    return new FetchOptions(Optional.empty(), Optional.empty(), offline, cache, Progress.NONE);
  }
}
