package dev.candor.campaign.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VariationTest {
  private static final double ROUNDING = 1e-9;

  record Numbers(double share, double amount, int whole, Inner inner) {}

  record Inner(double none, double all, int no) {}

  private static Variation variation(long seed, double most) {
    return new Variation(Draw.of(seed), most);
  }

  @Property
  void noNumberGoesFurtherThanAsked(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
      @ForAll @DoubleRange(min = 1.01, max = 1000) double amount,
      @ForAll @IntRange(min = 1, max = 10_000) int whole) {
    Numbers varied = variation(seed, 0.5).of(new Numbers(share, amount, whole, new Inner(0, 1, 0)));

    assertThat(odds(varied.share) / odds(share)).isBetween(1 / 1.5 - ROUNDING, 1.5 + ROUNDING);
    assertThat(varied.amount / amount).isBetween(1 / 1.5 - ROUNDING, 1.5 + ROUNDING);
    assertThat(varied.whole)
        .isPositive()
        .isBetween((int) (whole / 1.5 - ROUNDING), (int) Math.ceil(whole * 1.5 + ROUNDING));
    assertThat(varied.inner).isEqualTo(new Inner(0, 1, 0));
  }

  private static double odds(double share) {
    return share / (1 - share);
  }

  @Test
  void numbersVaryApartFromEachOtherAndWithTheSeed() {
    Parameters standard = Parameters.standard();

    Parameters one = variation(1, 0.3).of(standard);

    assertThat(one).isEqualTo(variation(1, 0.3).of(standard));
    assertThat(one).isNotEqualTo(variation(2, 0.3).of(standard));
    assertThat(one.population().age() / standard.population().age())
        .isNotEqualTo(one.use().session() / standard.use().session());
  }

  @Test
  void aRequestWithoutVariationHasTheStandardNumbers() {
    assertThat(request(0).parameters()).isEqualTo(Parameters.standard());
    assertThat(request(0).tactics()).isEqualTo(Tactics.with(Set.of(Evasion.DILUTION)));
    assertThat(request(0.2).parameters()).isNotEqualTo(Parameters.standard());
    assertThat(request(0.2).tactics().dilution()).isNotEqualTo(0.5).isBetween(1 / 2.2, 1.2 / 2.2);
    assertThatThrownBy(() -> request(1.5))
        .isInstanceOf(InputException.class)
        .hasMessage("Numbers cannot vary by 1.5. Give 0 to 1.");
  }

  private static SimulationRequest request(double variation) {
    return new SimulationRequest(
        10,
        100,
        10,
        100,
        Set.of(Evasion.DILUTION),
        1,
        variation,
        LocalDate.parse("2026-05-01"),
        45);
  }
}
