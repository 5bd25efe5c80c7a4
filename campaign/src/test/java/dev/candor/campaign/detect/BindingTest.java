package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BindingTest {
  private static final double LOG_2 = Math.log(2);

  @Test
  void oneKindOfEvidenceCountsAsItIs() {
    assertThat(Binding.together(7, 1)).isEqualTo(7);
  }

  /** Two p-values of 0.05 make 0.0175 by Fisher's method: 0.0025 (1 - ln 0.0025). */
  @Test
  void severalKindsCountForLessThanTheirSum() {
    double sum = 2 * Math.log(20) / LOG_2;
    assertThat(Math.exp(-Binding.together(sum, 2) * LOG_2)).isCloseTo(0.01748, within(1e-5));
  }

  @Test
  void needsMoreWhereMoreStrangersWereMet() {
    assertThat(Binding.needed(8)).isCloseTo(6, within(1e-9));
    assertThat(Binding.needed(1_024)).isCloseTo(13, within(1e-9));
  }

  @Test
  void oneKindOfConductNeverBindsHoweverStrong() {
    Binding binding = binding(40, 0);
    assertThat(binding.binds(0, 1, 2)).isFalse();
    assertThat(binding(40, 1).binds(0, 1, 2)).isTrue();
  }

  @Test
  void bindsByWhatIsLeftWhenTheRestIsSilent() {
    // 9 + 9 bits of two kinds are 14.2 together: enough among 2^11 strangers, not among 2^12
    assertThat(binding(9, 9).binds(0, 1, 1 << 11)).isTrue();
    assertThat(binding(9, 9).binds(0, 1, 1 << 12)).isFalse();
  }

  /** Whatever is left out because it can no longer decide, the answer is that of all together. */
  @Property
  void bindsWhenAllEvidenceTogetherIsEnough(
      @ForAll @Size(4) List<@DoubleRange(max = 12) Double> quick,
      @ForAll @Size(2) List<@DoubleRange(max = 12) Double> slow,
      @ForAll @DoubleRange(min = 2, max = 1e6) double chances,
      @ForAll @DoubleRange(max = 12) double gift) {
    List<Double> all = Stream.of(quick, slow, List.of(gift)).flatMap(List::stream).toList();
    double sum = all.stream().mapToDouble(Double::doubleValue).sum();
    int told =
        quick.size()
            + (int) Stream.of(slow, List.of(gift)).flatMap(List::stream).filter(b -> b > 0).count();
    boolean enough = Binding.together(sum, told) >= Binding.needed(chances);
    boolean two =
        Stream.of(quick, slow).flatMap(List::stream).filter(b -> b >= Binding.AGREES).count()
                + (gift > 0 ? 1 : 0)
            >= 2;

    Binding binding = new Binding(conducts(quick), conducts(slow), gift, 2);

    assertThat(binding.binds(0, 1, chances)).isEqualTo(enough && two);
    assertThat(binding.mayBind(0, 1, (float) chances) || !enough).isTrue();
  }

  private static List<Conduct> conducts(List<Double> bits) {
    return bits.stream().map(each -> always(Family.CREATION, each)).toList();
  }

  private static Binding binding(double one, double other) {
    return new Binding(
        List.of(always(Family.CREATION, one), always(Family.VOLUME, other)), List.of(), 0, 2);
  }

  private static Conduct always(Family family, double bits) {
    return new Conduct() {
      @Override
      public Family family() {
        return family;
      }

      @Override
      public double most(int account) {
        return bits;
      }

      @Override
      public Conduct like(int[] others) {
        return this;
      }

      @Override
      public double bits(int one, int other) {
        return bits;
      }
    };
  }
}
