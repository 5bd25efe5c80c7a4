package dev.candor.campaign.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Whatever the bytes are, they are a table of accounts, or refused in a sentence. */
class AccountFileFuzzTest {
  /** A file with labels is one of members too: of the same accounts, in the same campaigns. */
  @FuzzTest
  void labels(byte[] bytes) throws IOException {
    Path file = written(bytes);
    try {
      Map<String, String> campaigns = new HashMap<>();
      AccountFile.labels(file)
          .of()
          .forEach((account, label) -> campaigns.put(account, label.campaign()));
      assertThat(AccountFile.members(file)).isEqualTo(campaigns);
    } catch (InputException e) {
      refused(e, file);
    } finally {
      Files.delete(file);
    }
  }

  @FuzzTest
  void members(byte[] bytes) throws IOException {
    Path file = written(bytes);
    try {
      assertThat(AccountFile.members(file)).doesNotContainKey(null).doesNotContainValue(null);
    } catch (InputException e) {
      refused(e, file);
    } finally {
      Files.delete(file);
    }
  }

  private static Path written(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile("accounts", ".csv"), bytes);
  }

  private static void refused(InputException e, Path file) {
    assertThat(e.getMessage()).startsWith(file + " cannot be read as a table").hasLineCount(1);
  }
}
