package dev.candor.artifact;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

class NpmrcFuzzTest {
  @FuzzTest
  void settingsAndLoginsCanBeReadFromAnything(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    NpmSettings settings =
        new NpmSettings(Npmrc.parse(text, Map.of("TOKEN", "$1\\")), Optional.empty());
    new Credentials(settings).authorization(URI.create("https://example.test/npm/tool"));
  }
}
