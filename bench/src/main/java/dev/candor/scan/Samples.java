package dev.candor.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * What the kernels read. It is the same in every run; the property {@code candor.bench.file} names
 * a real script to take in place of the made-up code.
 */
public final class Samples {
  /** Bytes of each sample. */
  public static final int SIZE = 8 << 20;

  private static final String[] STATEMENTS = {
    "function %s(%s,%s){return %s.length>%s?%s:null}",
    "var %s=%s(\"%s\",{%s:!0,%s:[1,2,%s]});",
    "if(%s&&!%s.%s)throw new Error(`no ${%s} in ${%s}`);",
    "for(let %s of %s)%s.push(%s.replace(/[^a-z\\/]+/g,'-'));",
    "export const %s=async(%s)=>{await %s?.%s(%s)};",
    "class %s extends %s{constructor(){super();this.%s=%s/2+%s}}",
  };

  private Samples() {}

  /** Minified code, some of it string literals that look like base64. */
  public static byte[] script() {
    String file = System.getProperty("candor.bench.file", "");
    if (file.isEmpty()) {
      return madeUp();
    }
    try {
      return repeated(Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes that follow no rule, as in machine code or compressed data. */
  public static byte[] noise() {
    byte[] noise = new byte[SIZE];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static byte[] madeUp() {
    Random random = new Random(2);
    StringBuilder code = new StringBuilder(SIZE + 1000);
    while (code.length() < SIZE) {
      String statement = STATEMENTS[random.nextInt(STATEMENTS.length)];
      Object[] words = new Object[6];
      for (int i = 0; i < words.length; i++) {
        words[i] = word(random, 1 + random.nextInt(8));
      }
      code.append(statement.formatted(words));
      if (random.nextInt(40) == 0) {
        code.append("x=\"").append(word(random, 40 + random.nextInt(200))).append("\";\n");
      }
    }
    return repeated(code.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int letter = random.nextInt(52);
      word.append((char) (letter < 26 ? 'a' + letter : 'A' + letter - 26));
    }
    return word.toString();
  }

  private static byte[] repeated(byte[] bytes) {
    byte[] sample = new byte[SIZE];
    for (int at = 0; at < SIZE; at += bytes.length) {
      System.arraycopy(bytes, 0, sample, at, Math.min(bytes.length, SIZE - at));
    }
    return sample;
  }
}
