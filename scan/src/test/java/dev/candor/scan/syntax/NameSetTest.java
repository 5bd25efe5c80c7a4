package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NameSetTest {
  /** The high half of a hash counts as the low half does. */
  @Test
  void hashesThatShareABitAreToldApart() {
    NameSet names = new NameSet(Set.of(0x0001_0000));
    assertThat(names.contains(0x0001_0000)).isTrue();
    assertThat(names.contains(0x0000_0001)).isFalse();
  }

  @Property
  void holdsWhatItWasGivenAndNothingElse(@ForAll Set<Integer> hashes, @ForAll int other) {
    NameSet names = new NameSet(hashes);
    assertThat(hashes).allMatch(names::contains);
    assertThat(names.contains(other)).isEqualTo(hashes.contains(other));
  }
}
