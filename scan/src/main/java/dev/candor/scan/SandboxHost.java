package dev.candor.scan;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The only function of ours that the prelude can call: strings in, a string out. Bytes go as one
 * character of U+0000 to U+00FF each. No object of ours is ever handed to a slice.
 */
final class SandboxHost {
  private final SandboxCiphers ciphers = new SandboxCiphers();

  /** The first argument names the operation. Returns null where it cannot be done. */
  @Nullable Object call(Value... arguments) {
    List<String> in = new ArrayList<>(arguments.length);
    for (Value argument : arguments) {
      if (!argument.isString()) {
        return null;
      }
      in.add(argument.asString());
    }
    try {
      return answer(in);
    } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private @Nullable String answer(List<String> in) throws GeneralSecurityException {
    return switch (in.get(0)) {
      case "to-bytes" -> SandboxText.toBytes(in.get(1), in.get(2));
      case "to-text" -> SandboxText.toText(in.get(1), in.get(2));
      case "inflate" -> SandboxInflaters.inflate(in.get(1), in.get(2)).orElse(null);
      case "hash" -> SandboxDigests.hash(in.get(1), in.get(2));
      case "hmac" -> SandboxDigests.hmac(in.get(1), in.get(2), in.get(3));
      case "pbkdf2" ->
          SandboxDigests.pbkdf2(in.get(1), in.get(2), in.get(3), number(in, 4), number(in, 5));
      case "scrypt" ->
          SandboxDigests.scrypt(
              in.get(1), in.get(2), number(in, 3), number(in, 4), number(in, 5), number(in, 6));
      case "cipher" -> ciphers.open(in.get(1).equals("encrypt"), in.get(2), in.get(3), in.get(4));
      case "cipher-padding" -> ciphers.withoutPadding(number(in, 1));
      case "cipher-aad" -> ciphers.authenticate(number(in, 1), in.get(2));
      case "cipher-tag" -> ciphers.tag(number(in, 1), in.get(2));
      case "cipher-update" -> ciphers.update(number(in, 1), in.get(2));
      case "cipher-final" -> ciphers.last(number(in, 1));
      default -> null;
    };
  }

  private static int number(List<String> in, int index) {
    return Integer.parseInt(in.get(index));
  }
}
