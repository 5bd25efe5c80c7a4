package dev.candor.audit.decoding;

import dev.candor.text.mechanism.Sentence;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sentence in the bytes of a log, and what is learnt of its surroundings. */
final class Hit {
  final Needle needle;
  final long start;
  final String text;
  long line;
  Sentence sentence;
  String around;
  String pointer = "";
  @Nullable Instant time;

  /**
   * @param start byte offset
   * @param around text with the sentence in it
   * @param sentence in {@code around}
   */
  Hit(Needle needle, long start, String around, Sentence sentence) {
    this.needle = needle;
    this.start = start;
    this.around = around;
    this.sentence = sentence;
    text = around.substring(sentence.start(), sentence.end());
  }

  Optional<Instant> time() {
    return Optional.ofNullable(time);
  }
}
