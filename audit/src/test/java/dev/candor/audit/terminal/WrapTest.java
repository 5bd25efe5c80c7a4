package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WrapTest {
  @Test
  void breaksAtSpaces() {
    assertThat(Wrap.words("one two three", 8)).containsExactly("one two", "three");
  }

  @Test
  void breaksLongWords() {
    assertThat(Wrap.words("ab cdefghij", 4)).containsExactly("ab", "cdef", "ghij");
  }

  @Test
  void whatIsIndentedStaysIndented() {
    assertThat(Wrap.words("  one two", 6)).containsExactly("  one", "  two");
    assertThat(Wrap.words("        ab", 6)).containsExactly("   ab");
  }

  @Test
  void emptyTextIsOneLine() {
    assertThat(Wrap.words("", 10)).containsExactly("");
  }

  @Property
  void losesNothingButSpaces(@ForAll String text, @ForAll @IntRange(min = 2, max = 90) int width) {
    assertThat(String.join("", Wrap.words(text, width)).replace(" ", ""))
        .isEqualTo(text.replace(" ", ""));
  }
}
