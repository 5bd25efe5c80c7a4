package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BoundsTest {
  /** Of each kind the lower of two, in half bits rounded up; never less than it is. */
  @Property
  void ofTwoAccountsEachKindComesToTheLowerOfTheirBounds(
      @ForAll @Size(8) List<@DoubleRange(max = 63) Double> one,
      @ForAll @Size(8) List<@DoubleRange(max = 63) Double> other) {
    List<Conduct> kinds =
        IntStream.range(0, one.size())
            .mapToObj(kind -> bounded(one.get(kind), other.get(kind)))
            .toList();

    long both = new Bounds(kinds, 2).both(0, 1);

    int sum = 0;
    for (int kind = 0; kind < kinds.size(); kind++) {
      double least = Math.min(one.get(kind), other.get(kind));
      assertThat(Bounds.bits(both, kind)).isEqualTo(Math.ceil(2 * least) / 2);
      sum += (int) Math.ceil(2 * least);
    }
    assertThat(Bounds.steps(both)).isEqualTo(sum);
  }

  @Test
  void boundsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new Bounds(List.of(bounded(64, 1)), 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bounds(Collections.nCopies(9, bounded(1, 1)), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Conduct bounded(double one, double other) {
    return new Conduct() {
      @Override
      public Family family() {
        return Family.CREATION;
      }

      @Override
      public double most(int account) {
        return account == 0 ? one : other;
      }

      @Override
      public Conduct like(int[] others) {
        return this;
      }

      @Override
      public double bits(int one, int other) {
        return 0;
      }
    };
  }
}
