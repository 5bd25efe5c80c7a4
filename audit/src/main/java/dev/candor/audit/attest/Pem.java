package dev.candor.audit.attest;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One key as text (RFC 7468). */
final class Pem {
  static final String PRIVATE = "PRIVATE KEY";
  static final String PUBLIC = "PUBLIC KEY";

  /** A key of this kind takes some hundred. */
  private static final int MOST_BYTES = 16 << 10;

  private static final int LINE = 64;
  private static final byte[] LINE_FEED = {'\n'};

  private static final Pattern ARMOUR =
      Pattern.compile(
          "\\s*-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END ([A-Z0-9 ]{1,40})-----\\s*");

  private Pem() {}

  static String text(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(LINE, LINE_FEED).encodeToString(der), label);
  }

  /**
   * The bytes in the file.
   *
   * @param label what it must hold
   * @throws InputException if it holds something else
   */
  static byte[] read(Path file, String label) {
    String name = Visible.of(file.toString());
    Matcher armour = ARMOUR.matcher(content(file, name));
    if (!armour.matches() || !armour.group(1).equals(armour.group(3))) {
      throw unfit(name, "holds no key in PEM", label);
    }
    if (!armour.group(1).equals(label)) {
      throw unfit(name, "holds a " + armour.group(1), label);
    }
    try {
      return Base64.getDecoder().decode(armour.group(2).replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new InputException(name + ": what stands in it is not base64.", e);
    }
  }

  private static String content(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read (%s); check path and permissions."
              .formatted(name, e.getClass().getSimpleName()),
          e);
    }
  }

  static InputException unfit(String name, String what, String wanted) {
    return new InputException(
        "%s %s; a %s of Ed25519 is wanted, as candor key new writes it."
            .formatted(name, what, wanted));
  }
}
