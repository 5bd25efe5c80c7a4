package dev.candor.wire.tape;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import dev.candor.wire.tape.Tape.Contents;
import dev.candor.wire.tape.Tape.Limits;
import dev.candor.wire.tape.Tape.Packing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Whatever the bytes are, they are read or refused; what is read can be written, and is the same.
 */
class TapeReaderFuzzTest {
  private static final Limits LIMITS = new Limits(100, 1 << 20);

  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] data) {
    try {
      isTheSame(Tape.read("a.tape", new ByteArrayInputStream(data), LIMITS));
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith("a.tape ");
    }
  }

  /** With checksums that are right, which a fuzzer does not find. */
  @FuzzTest
  void anyEntriesAreReadOrLeft(FuzzedDataProvider data) throws IOException {
    ByteArrayOutputStream tape = new ByteArrayOutputStream();
    tape.writeBytes(TapeWriter.head(Packing.PLAIN));
    while (data.remainingBytes() > 0) {
      int kind = data.consumeInt(0, 8);
      Entries.write(tape, kind, data.consumeBytes(data.consumeInt(0, 100)));
    }
    isTheSame(Tape.read("a.tape", new ByteArrayInputStream(tape.toByteArray()), LIMITS));
  }

  private static void isTheSame(Contents read) {
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    Tape.write(read.exchanges(), again, Packing.PLAIN);
    Contents reread =
        Tape.read("b.tape", new ByteArrayInputStream(again.toByteArray()), Limits.STANDARD);
    assertThat(reread.reason()).isEmpty();
    assertThat(reread.exchanges()).usingRecursiveComparison().isEqualTo(read.exchanges());
  }
}
