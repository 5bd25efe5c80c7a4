package dev.candor.campaign.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SketchTest {
  private static final Sketch OPEN = new Sketch(SketchKey.OPEN);

  @TempDir private Path folder;

  @Test
  void aBitIsSetWhereMostShinglesHaveIt() {
    // By hand: the fourth bit from the right in three of three, all others in one of three.
    assertThat(Sketch.majority(0b1100, 0b1010, 0b1001)).isEqualTo(0b1000);
    // Of two, both must have it.
    assertThat(Sketch.majority(0b11, 0b01)).isEqualTo(0b01);
  }

  @Test
  void aTextOfTwoWordsIsTheHashOfItsOneShingle() {
    SketchKey key = new SketchKey(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
    long hash = new SipHash(key.k0(), key.k1()).of("fix bug".getBytes(StandardCharsets.UTF_8));
    assertThat(new Sketch(key).of("Fix: BUG!")).hasValue(hash);
  }

  @Test
  void aTextWithoutWordsHasNoSketch() {
    assertThat(OPEN.of("")).isEmpty();
    assertThat(OPEN.of(" \u2026?!")).isEmpty();
  }

  @Test
  void formNumbersAndIdentifiersChangeNothing() {
    long one = sketch("Summarise ticket 4711 for customer 0f1e2d3c-aaaa-bbbb-cccc-ffffffffffff.");
    long other = sketch("summarise   TICKET 12 for Customer 11111111-2222-3333-4444-555555555555");
    assertThat(one).isEqualTo(other);
  }

  @Test
  void theKeyDecides() throws IOException {
    Path one = Files.writeString(folder.resolve("one"), "0123456789abcdef");
    Path other = Files.writeString(folder.resolve("other"), "0123456789abcdeF");
    String text = "Write a parser for the tax form and explain each step of it.";
    assertThat(new Sketch(SketchKey.of(one)).of(text))
        .isEqualTo(new Sketch(SketchKey.of(one)).of(text))
        .isNotEqualTo(new Sketch(SketchKey.of(other)).of(text))
        .isNotEqualTo(OPEN.of(text));
    assertThat(SketchKey.of(one).toString()).isEqualTo("SketchKey");
  }

  @Test
  void aKeyThatIsShortOrMissingIsRefused() throws IOException {
    Path little = Files.writeString(folder.resolve("little"), "secret");
    assertThatThrownBy(() -> SketchKey.of(little))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has 6 bytes; a key has 16 to 4096")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> SketchKey.of(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Make one: head -c 32 /dev/urandom");
  }

  /**
   * The angle between two sets of as many shingles, of which a share is common, has that share for
   * its cosine, and two bits differ with the probability of that angle to a half turn (Charikar).
   * Three words of 300 touch 6 shingles of 299: cosine 0.98, 4.1 bits expected.
   */
  @Property(tries = 200)
  void aTemplateFilledInOtherwiseIsNear(@ForAll long seed) {
    List<String> words = words(new Random(seed), 300);
    List<String> other = new ArrayList<>(words);
    other.set(50, "onething");
    other.set(150, "another");
    other.set(250, "third");
    // Four standard deviations of a binomial above the mean.
    assertThat(Sketch.distance(sketch(words), sketch(other))).isLessThanOrEqualTo(12);
  }

  /** A reworded tenth touches about a fifth of the shingles: cosine 0.8, 13 bits expected. */
  @Property(tries = 200)
  void aParaphraseIsNearerThanWhatIsUnrelated(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> words = words(random, 100);
    List<String> reworded = new ArrayList<>(words);
    for (int i = 5; i < 100; i += 10) {
      reworded.set(i, "synonym" + letters(i));
    }
    long text = sketch(words);
    assertThat(Sketch.distance(text, sketch(reworded))).isLessThan(29);
    // 32 bits expected, standard deviation 4.
    assertThat(Sketch.distance(text, sketch(words(random, 100)))).isBetween(11, 53);
  }

  @Property(tries = 100)
  void theOrderOfEqualPartsAndRepetitionCountOnce(@ForAll long seed) {
    List<String> words = words(new Random(seed), 30);
    // The seam adds one shingle to 29: nearly the same text.
    List<String> twice = new ArrayList<>(words);
    twice.addAll(words);
    assertThat(Sketch.distance(sketch(words), sketch(twice))).isLessThan(16);
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("w" + letters(random.nextInt(1 << 20)));
    }
    return words;
  }

  /** A number without digits, which would be blanked. */
  private static String letters(int number) {
    return Integer.toString(number, 16)
        .chars()
        .map(c -> c <= '9' ? c - '0' + 'g' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static long sketch(List<String> words) {
    return sketch(String.join(" ", words));
  }

  private static long sketch(String text) {
    return OPEN.of(text).orElseThrow();
  }
}
