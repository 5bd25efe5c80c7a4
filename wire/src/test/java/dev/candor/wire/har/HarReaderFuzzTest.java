package dev.candor.wire.har;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import dev.candor.wire.Exchange;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whatever the bytes are, they are read or refused; what is read can be written. */
class HarReaderFuzzTest {
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] data) {
    List<Exchange> read = new ArrayList<>();
    try {
      HarReader.read("a.har", new ByteArrayInputStream(data), read::add);
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith("a.har ");
    }
    try (Har har = new Har(OutputStream.nullOutputStream(), "0.1", Map.of())) {
      read.forEach(har::add);
    }
  }
}
