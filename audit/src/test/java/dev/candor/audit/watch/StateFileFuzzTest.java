package dev.candor.audit.watch;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class StateFileFuzzTest {
  /** Whatever the bytes are, they are refused, or can be written again. */
  @FuzzTest
  void anyFileIsReadOrRefused(byte[] content) throws IOException {
    Path file = Files.createTempFile("state", ".json");
    try {
      Files.write(file, content);
      StateFile state = new StateFile(file);
      state.write(state.read());
    } catch (InputException e) {
      // Refused, as it should be.
    } finally {
      Files.delete(file);
    }
  }
}
