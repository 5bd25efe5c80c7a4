package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EncodingDiscoveryTest {
  @Test
  void everyEncodingIsFoundWithoutACentralList() throws IOException, URISyntaxException {
    Path classes = Path.of(Encoding.class.getResource("Encoding.class").toURI()).getParent();
    Set<String> written;
    try (Stream<Path> files = Files.list(classes)) {
      written =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class") && !name.contains("$"))
              .map(name -> name.substring(0, name.length() - ".class".length()))
              .filter(EncodingDiscoveryTest::isEncoding)
              .collect(Collectors.toSet());
    }
    Set<String> found =
        ServiceLoader.load(Encoding.class).stream()
            .map(provider -> provider.type().getSimpleName())
            .collect(Collectors.toSet());
    assertThat(written).hasSizeGreaterThan(15).isEqualTo(found);
  }

  private static boolean isEncoding(String name) {
    try {
      Class<?> type = Class.forName("dev.candor.scan.encoding." + name);
      return !type.isInterface() && Encoding.class.isAssignableFrom(type);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
