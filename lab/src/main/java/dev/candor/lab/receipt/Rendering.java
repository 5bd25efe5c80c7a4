package dev.candor.lab.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A way in which a value can stand in a text.
 *
 * @param name as a report gives it: {@code plain}, {@code base64}, {@code sha256 in hex}
 * @param text what to look for
 */
public record Rendering(String name, String text) {
  /** Those that programs use to tell machines apart without naming them. */
  private static final List<String> HASHES = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

  /** Cut to fewer characters, what is left of base64 at an odd place is found by chance. */
  private static final int SHORTEST = 6;

  private static final String HEX = "0123456789ABCDEF";

  /** All that are known, the plainest first; no text twice. */
  public static List<Rendering> of(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    List<Rendering> all = new ArrayList<>(List.of(new Rendering("plain", value)));
    all.add(new Rendering("plain, other case", value.toLowerCase(Locale.ROOT)));
    all.add(new Rendering("plain, other case", value.toUpperCase(Locale.ROOT)));
    all.add(new Rendering("percent", percent(bytes, "-_.~")));
    all.add(new Rendering("percent", percent(bytes, "-_.!~*'()")));
    all.add(new Rendering("percent", percent(bytes, "-_.~/:@")));
    all.add(new Rendering("JSON escapes", escaped(value, false)));
    all.add(new Rendering("JSON escapes", escaped(value, true)));
    all.add(new Rendering("hex", HexFormat.of().formatHex(bytes)));
    all.add(new Rendering("hex", HexFormat.of().withUpperCase().formatHex(bytes)));
    base64(bytes, all);
    for (String hash : HASHES) {
      byte[] digest = digest(hash, bytes);
      String name = hash.replace("-", "").toLowerCase(Locale.ROOT);
      String hex = HexFormat.of().formatHex(digest);
      all.add(new Rendering(name + " in hex", hex));
      all.add(new Rendering(name + " in hex", hex.toUpperCase(Locale.ROOT)));
      all.add(new Rendering(name + " in base64", unpadded(Base64.getEncoder(), digest)));
      all.add(new Rendering(name + " in base64", unpadded(Base64.getUrlEncoder(), digest)));
      if (digest.length > 16) {
        all.add(new Rendering(name + " in hex, cut", hex.substring(0, 16)));
      }
    }
    Set<String> seen = new LinkedHashSet<>();
    return all.stream().filter(rendering -> seen.add(rendering.text())).toList();
  }

  /** Whether a rendering of that name is a digest, from which nobody has the value back. */
  static boolean isDigest(String name) {
    return name.contains(" in ");
  }

  /** Inside longer data, its bytes may begin at any of three places of a group of four letters. */
  private static void base64(byte[] bytes, List<Rendering> into) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      // Letters that hold a bit of what stands in front or behind are left out.
      int first = before == 0 ? 0 : before + 1;
      int whole = shifted.length * 8 / 6;
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String text = unpadded(encoder, shifted).substring(first, whole);
        if (text.length() >= SHORTEST) {
          into.add(new Rendering(before == 0 ? "base64" : "base64, within", text));
        }
      }
    }
  }

  private static String unpadded(Base64.Encoder encoder, byte[] bytes) {
    return encoder.withoutPadding().encodeToString(bytes);
  }

  /** RFC 3986: all but letters, digits and what {@code kept} names. */
  private static String percent(byte[] bytes, String kept) {
    StringBuilder out = new StringBuilder();
    for (byte b : bytes) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return out.toString();
  }

  /** JSON within a JSON string; with {@code slashes} as PHP and others write it. */
  private static String escaped(String value, boolean slashes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\' || c == '/' && slashes) {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
