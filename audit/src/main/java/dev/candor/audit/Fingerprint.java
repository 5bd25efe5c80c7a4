package dev.candor.audit;

import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Sha256;
import dev.candor.lab.inference.Signal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Names for findings that depend on what they do and on nothing else: not on names in the code, nor
 * on its place, nor on the order of alternatives. So the same finding has the same id in every
 * version.
 */
public final class Fingerprint {
  private static final int BYTES = 6;

  private Fingerprint() {}

  /** {@code encoder-} and twelve hexadecimal digits; depends on form and alternatives. */
  public static String of(Encoder encoder) {
    return id("encoder", words(encoder));
  }

  /** {@code flow-} and twelve hexadecimal digits; depends on factors, forms and alternatives. */
  public static String of(Flow flow) {
    List<String> words = new ArrayList<>(sorted(flow.factors()));
    flow.encoders().stream().map(Fingerprint::of).distinct().sorted().forEach(words::add);
    return id("flow", words);
  }

  /** {@code signal-} and twelve hexadecimal digits; depends on factors, form and first place. */
  public static String of(Signal signal) {
    List<String> words = new ArrayList<>(signal.factors());
    words.add(signal.form().word());
    words.add(signal.carrier().request());
    words.add(signal.carrier().where());
    return id("signal", words);
  }

  /**
   * {@code fact-} and twelve hexadecimal digits; depends on fact, destination, request, place and
   * rendering.
   */
  public static String ofFact(List<String> words) {
    return id("fact", words);
  }

  private static List<String> words(Encoder encoder) {
    List<String> words = new ArrayList<>(List.of(encoder.form().word()));
    words.addAll(sorted(encoder.alternatives()));
    return words;
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().distinct().sorted().toList();
  }

  /** {@code prefix-} and twelve hexadecimal digits; depends on the words and their order. */
  public static String id(String prefix, List<String> words) {
    MessageDigest sha = Sha256.start();
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      // With its length before it, no word can pass for two.
      sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha.update(bytes);
    }
    return prefix + "-" + HexFormat.of().formatHex(sha.digest(), 0, BYTES);
  }
}
