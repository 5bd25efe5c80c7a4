package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The bits are those of RFC 7932, sections 9.1 and 9.2, the lowest of each number first. */
class BrotliHeaderTest {
  private static final int MOST = 1_000_000;

  /** A window of 16 bits. */
  private static final String WINDOW = "0";

  private static final String LAST = "1 0";
  private static final String NOT_LAST = "0";
  private static final String FOUR_DIGITS = "00";
  private static final String FIVE_DIGITS = "10";

  /** A stream of 100 bytes that begins with these bits. */
  private static byte[] stream(String... bits) {
    byte[] bytes = new byte[100];
    String all = String.join("", bits).replace(" ", "");
    for (int i = 0; i < all.length(); i++) {
      bytes[i / 8] |= (byte) (all.charAt(i) - '0' << i % 8);
    }
    return bytes;
  }

  @Test
  void takesAStreamThatHoldsAFewThousandBytes() {
    assertThat(BrotliHeader.isWorth(stream(WINDOW, LAST, FOUR_DIGITS, "1111 1111 1111 0000"), MOST))
        .isTrue();
  }

  @Test
  void takesLargerWindows() {
    String length = "1111 1111 0000 0000";
    assertThat(BrotliHeader.isWorth(stream("1 101", LAST, FOUR_DIGITS, length), MOST)).isTrue();
    assertThat(BrotliHeader.isWorth(stream("1 000 010", LAST, FOUR_DIGITS, length), MOST)).isTrue();
  }

  @Test
  void refusesTheSizeOfWindowThatIsReserved() {
    assertThat(
            BrotliHeader.isWorth(
                stream("1 000 100", LAST, FOUR_DIGITS, "1111 1111 0000 0000"), MOST))
        .isFalse();
  }

  @Test
  void refusesAnEmptyStream() {
    assertThat(BrotliHeader.isWorth(stream(WINDOW, "1 1"), MOST)).isFalse();
  }

  /** 0x18001 bytes of 100. */
  @Test
  void takesAThousandTimesItsOwnLength() {
    assertThat(
            BrotliHeader.isWorth(
                stream(WINDOW, LAST, FIVE_DIGITS, "0000 0000 0000 0001 1000"), MOST))
        .isTrue();
  }

  /** 0x1c001 bytes of 100. */
  @Test
  void refusesMoreThanAThousandTimesItsOwnLength() {
    assertThat(
            BrotliHeader.isWorth(
                stream(WINDOW, LAST, FIVE_DIGITS, "0000 0000 0000 0011 1000"), MOST))
        .isFalse();
  }

  @Test
  void refusesMoreThanIsAskedFor() {
    assertThat(
            BrotliHeader.isWorth(
                stream(WINDOW, LAST, FIVE_DIGITS, "0000 0000 0000 0001 1000"), 90_000))
        .isFalse();
  }

  @Test
  void refusesALengthWithMoreDigitsThanItNeeds() {
    assertThat(
            BrotliHeader.isWorth(
                stream(WINDOW, LAST, FIVE_DIGITS, "1111 1111 0000 0000 0000"), MOST))
        .isFalse();
  }

  @Test
  void refusesMoreBytesAsTheyAreThanThereAre() {
    assertThat(
            BrotliHeader.isWorth(
                stream(WINDOW, NOT_LAST, FOUR_DIGITS, "1111 1111 0000 0000", "1"), MOST))
        .isFalse();
    assertThat(
            BrotliHeader.isWorth(
                stream(WINDOW, NOT_LAST, FOUR_DIGITS, "0000 1000 0000 0000", "1"), MOST))
        .isTrue();
  }

  /** What follows them may be anything. */
  @Test
  void takesNotesInFrontOfTheData() {
    assertThat(BrotliHeader.isWorth(stream(WINDOW, NOT_LAST, "11", "0", "00"), MOST)).isTrue();
  }
}
