package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base85Test {
  private final Base85 base85 = new Base85();

  /** Of CPython's base64.a85encode. */
  private static final String ASCII85 = "9jqo^BlbD-BleB1DJ+*+F(f,q";

  @Test
  void decodesAscii85() {
    assertThat(Peel.off(base85, ASCII85)).containsEntry("ascii85", "Man is distinguished");
  }

  @Test
  void decodesAscii85InItsBrackets() {
    assertThat(Peel.off(base85, "<~" + ASCII85 + "~>"))
        .containsEntry("ascii85", "Man is distinguished");
  }

  /** Of base64.a85encode too: four zero bytes are one z, and "Man" is a group cut short. */
  @Test
  void decodesZerosAndAGroupCutShort() {
    assertThat(Peel.off(base85, ASCII85 + "z9jqo"))
        .containsEntry("ascii85", "Man is distinguished\0\0\0\0Man");
  }

  /** ZeroMQ RFC 32: 86 4F D2 6F B5 59 F7 5B is HelloWorld. */
  @Test
  void decodesTheVectorOfZ85() {
    String eight = "\u0086O\u00d2o\u00b5Y\u00f7[";
    assertThat(Peel.off(base85, "HelloWorldHelloWorld")).containsEntry("z85", eight + eight);
  }

  /** Of CPython's base64.b85encode. */
  @Test
  void decodesTheAlphabetOfRfc1924() {
    String stored =
        "VQg?{VJ>BOVQp}1WiE7Ob95|XWprUKWq4t2aBO8RbY*jNEN5YDZDB5DcwudDY-KKVWpi{aWMyo0VJ>BOVQp}1WiE7Ob94";
    assertThat(Peel.off(base85, stored)).containsEntry("base85", Peel.HOSTS);
  }

  /** A group of five may be 0xffffffff (s8W-!), and one more is too much. */
  @Test
  void refusesAGroupBeyondThirtyTwoBits() {
    String before = ASCII85.substring(0, 20);
    assertThat(Peel.off(base85, before + "s8W-!")).containsKey("ascii85");
    assertThat(Peel.off(base85, before + "s8W-\"")).doesNotContainKey("ascii85");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9jqo^BlbD-BleB1DJ+*", // 19 characters
        "9jqo^BlbD-BleB1DJ+*+F(f,q\u00e9",
        "Words with spaces between them",
        "9jqo^BlbD-BleB1DJ+*+F" // one character cannot make a byte
      })
  void refusesWhatIsNoBase85(String stored) {
    assertThat(Peel.off(base85, stored)).isEmpty();
  }

  @Test
  void doesNotTryPrintableRunsOfExecutables() {
    assertThat(Peel.off(base85, Peel.bytes(ASCII85), Clues.NONE)).isEmpty();
  }

  @Property(tries = 200)
  void undoesTheDefinition(@ForAll @Size(min = 16, max = 80) byte[] bytes) {
    StringBuilder stored = new StringBuilder();
    int padding = (4 - bytes.length % 4) % 4;
    byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + padding);
    for (int i = 0; i < padded.length; i += 4) {
      long group = 0;
      for (int k = 0; k < 4; k++) {
        group = group * 256 + (padded[i + k] & 0xff);
      }
      char[] five = new char[5];
      for (int k = 4; k >= 0; k--) {
        five[k] = (char) ('!' + group % 85);
        group /= 85;
      }
      stored.append(five);
    }
    stored.setLength(stored.length() - padding);
    assertThat(Peel.off(base85, stored.toString()))
        .containsEntry("ascii85", new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
