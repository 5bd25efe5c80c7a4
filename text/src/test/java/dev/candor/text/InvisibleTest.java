package dev.candor.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.junit.jupiter.api.Test;

class InvisibleTest {
  @Test
  void isWhatUnicodeHasDisplayedAsNothing() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean ignorable = UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
      boolean annotation = c >= 0xfff9 && c <= 0xfffb;
      assertThat(Likeness.isInvisible(c)).as("U+%04X", c).isEqualTo(ignorable || annotation);
    }
  }
}
