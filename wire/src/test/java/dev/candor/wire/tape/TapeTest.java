package dev.candor.wire.tape;

import static dev.candor.wire.tape.Recordings.exchange;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.core.InputException;
import dev.candor.wire.Body;
import dev.candor.wire.Exchange;
import dev.candor.wire.Response;
import dev.candor.wire.tape.Tape.Contents;
import dev.candor.wire.tape.Tape.Limits;
import dev.candor.wire.tape.Tape.Packing;
import dev.candor.wire.tape.Tape.Recorded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TapeTest {
  @Property(tries = 300)
  void whatIsWrittenComesBackWhole(
      @ForAll("recordings") List<Exchange> exchanges, @ForAll Packing packing) {
    Contents read = read(written(exchanges, packing));

    assertThat(read.reason()).isEmpty();
    assertThat(read.exchanges()).usingRecursiveComparison().isEqualTo(exchanges);
  }

  @Provide
  Arbitrary<List<Exchange>> recordings() {
    return Recordings.exchanges().list().ofMaxSize(6);
  }

  @Test
  void trialsKeepTheirEnvironment() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> shanghai = Map.of("timezone", "Asia/Shanghai", "locale", "zh_CN");
    try (TapeWriter tape = new TapeWriter(out, Packing.ZSTD)) {
      tape.add(exchange(1, "a"));
      tape.trial(shanghai);
      tape.add(exchange(2, "b"));
      tape.add(exchange(3, "c"));
      tape.trial(Map.of());
      tape.add(exchange(4, "d"));
    }
    assertThat(read(out.toByteArray()).recorded())
        .extracting(Recorded::environment)
        .containsExactly(Map.of(), shanghai, shanghai, Map.of());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsEqualIsWrittenOnce(Packing packing) {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    String prompt = new String(noise, java.nio.charset.StandardCharsets.ISO_8859_1);
    List<Exchange> exchanges = IntStream.range(0, 100).mapToObj(i -> exchange(i, prompt)).toList();

    byte[] tape = written(exchanges, packing);

    int once = exchanges.getFirst().request().body().bytes().length;
    assertThat(tape.length).isLessThan(once + 100 * 120);
    List<Exchange> read = read(tape).exchanges();
    assertThat(read.get(99).request().body().bytes())
        .isSameAs(read.get(0).request().body().bytes());
    assertThat(read.get(99).connection()).isSameAs(read.get(0).connection());
    assertThat(read.get(99).request().headers()).isSameAs(read.get(0).request().headers());
  }

  @Test
  void whatNoLongerIsKeptIsWrittenAgain() {
    String large = "x".repeat(30 << 20);
    List<Exchange> exchanges =
        List.of(
            exchange(1, large + 1),
            exchange(2, large + 2),
            exchange(3, large + 3), // the first one leaves
            exchange(4, large + 2),
            exchange(5, large + 1));

    Contents read = read(written(exchanges, Packing.ZSTD));

    assertThat(read.reason()).isEmpty();
    assertThat(read.exchanges())
        .extracting(e -> e.request().body().bytes())
        .containsExactlyElementsOf(
            exchanges.stream().map(e -> e.request().body().bytes()).toList());
  }

  @Test
  void whatLeavesForItsOwnAnswerIsWrittenAgain() {
    Exchange large = exchange(1, "x".repeat(40 << 20));
    Response answer = new Response(200, List.of(), Body.of(new byte[40 << 20]));
    Exchange both =
        new Exchange(
            2, large.connection(), large.request(), Optional.of(answer), large.timing(), "empty");

    Contents read = read(written(List.of(large, both, large), Packing.PLAIN));

    assertThat(read.reason()).isEmpty();
    assertThat(read.exchanges())
        .extracting(e -> e.request().body().bytes().length)
        .containsOnly(40 << 20);
  }

  @ParameterizedTest
  @EnumSource
  void wholeExchangesComeBackFromATapeThatWasCutAnywhere(Packing packing) {
    List<Exchange> exchanges =
        IntStream.range(0, 8).mapToObj(i -> exchange(i, "prompt " + i)).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> ends = new ArrayList<>();
    try (TapeWriter tape = new TapeWriter(out, packing)) {
      for (Exchange exchange : exchanges) {
        tape.add(exchange);
        ends.add(out.size());
      }
    }
    byte[] tape = out.toByteArray();
    for (int cut = 16; cut < tape.length; cut++) {
      int length = cut;
      int whole = (int) ends.stream().filter(end -> end <= length).count();

      Contents read = read(Arrays.copyOf(tape, cut));

      assertThat(read.exchanges())
          .extracting(Exchange::number, e -> new String(e.request().body().bytes(), UTF_8))
          .containsExactlyElementsOf(
              IntStream.range(0, whole).mapToObj(i -> tuple(i, "prompt " + i)).toList());
      // Cut within zstd's last, empty block, all of it is there.
      if (packing == Packing.PLAIN || cut < tape.length - 3) {
        assertThat(read.reason()).contains("it was cut after " + whole + " exchanges");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void tapesStandOneBehindAnother(Packing packing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(written(List.of(exchange(1, "a"), exchange(2, "b")), packing));
    out.write(written(List.of(), packing));
    out.write(written(List.of(exchange(3, "c")), packing));
    Contents read = read(out.toByteArray());

    assertThat(read.reason()).isEmpty();
    assertThat(read.exchanges()).extracting(Exchange::number).containsExactly(1, 2, 3);
    assertThat(read(Arrays.copyOf(out.toByteArray(), out.size() - 9)).reason()).isPresent();
  }

  @Property(tries = 300)
  void aByteThatChangedIsNoticed(@ForAll Random random, @ForAll Packing packing) {
    List<Exchange> exchanges =
        IntStream.range(0, 5).mapToObj(i -> exchange(i, "prompt " + i)).toList();
    byte[] tape = written(exchanges, packing);
    int at = 16 + random.nextInt(tape.length - 16);
    tape[at] ^= (byte) (1 + random.nextInt(255));

    Contents read = read(tape);

    // In zstd's frame some bits mean nothing; what comes back is right all the same.
    if (packing == Packing.PLAIN) {
      assertThat(read.reason()).isPresent();
    }
    assertThat(read.exchanges())
        .usingRecursiveComparison()
        .isEqualTo(exchanges.subList(0, read.exchanges().size()));
  }

  @Test
  void noMoreIsReadThanIsAllowed() {
    byte[] tape = written(List.of(exchange(1, "a"), exchange(2, "b")), Packing.ZSTD);
    Contents few = read(tape, new Limits(1, 1 << 20));
    assertThat(few.exchanges()).hasSize(1);
    assertThat(few.reason())
        .contains("it holds more than is read, and the rest was left after 1 exchanges");

    byte[] large =
        written(List.of(exchange(1, "a"), exchange(2, "x".repeat(9 << 20))), Packing.ZSTD);
    assertThat(large.length).isLessThan(10_000);
    assertThat(read(large, new Limits(10, 9 << 20)).exchanges()).hasSize(1);
    assertThat(read(large, new Limits(10, 10 << 20)).exchanges()).hasSize(2);
  }

  @Test
  void aLengthIsNotBelieved() throws IOException {
    Output entry = new Output();
    byte[] head = Arrays.copyOf(written(List.of(), Packing.PLAIN), 16);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.write(Tape.BODY);
    out.writeBytes(entry.number(1_000_000_000).bytes());
    assertThat(read(out.toByteArray()).reason()).contains("it was cut after 0 exchanges");

    // A list of many empty things takes more memory than bytes.
    byte[] many = new Output().number(9_000_000).bytes();
    byte[] content = Arrays.copyOf(many, many.length + 18_000_000);
    out.reset();
    out.writeBytes(head);
    Entries.write(out, Tape.HEADERS, content);
    assertThat(read(out.toByteArray(), new Limits(1, 100 << 20)).reason())
        .contains("it holds more than is read, and the rest was left after 0 exchanges");
  }

  @Test
  void whatIsNoTapeIsRefused() {
    for (String text : List.of("", "Z", "{\"log\":{}}", "0123456789abcdef0123456789")) {
      assertThatThrownBy(() -> read(text.getBytes(UTF_8)))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("a.tape is no tape of this version of Candor");
    }
    byte[] newer = written(List.of(), Packing.PLAIN);
    newer[13]++;
    assertThatThrownBy(() -> read(newer)).isInstanceOf(InputException.class);
  }

  @Test
  void aStreamThatTakesNoMoreIsNotWrittenToAtTheEnd() {
    OutputStream full =
        new OutputStream() {
          private int left = 300;

          @Override
          public void write(int b) throws IOException {
            if (left-- <= 0) {
              throw new IOException("No space left on device");
            }
          }
        };
    TapeWriter tape = new TapeWriter(full, Packing.PLAIN);
    assertThatThrownBy(() -> tape.add(exchange(1, "x".repeat(400))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("No space left");
    tape.close();
  }

  private static byte[] written(List<Exchange> exchanges, Packing packing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Tape.write(exchanges, out, packing);
    return out.toByteArray();
  }

  private static Contents read(byte[] tape) {
    return read(tape, Limits.STANDARD);
  }

  private static Contents read(byte[] tape, Limits limits) {
    return Tape.read("a.tape", new ByteArrayInputStream(tape), limits);
  }
}
