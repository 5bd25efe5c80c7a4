package dev.candor.campaign.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class QuotasTest {
  @Property(tries = 60)
  void daysAddUpToWhatWasAskedAndEachAccountHasItsPart(
      @ForAll @IntRange(min = 1, max = 300) int organic,
      @ForAll @IntRange(max = 120) int campaign,
      @ForAll @IntRange(min = 1, max = 40) int each,
      @ForAll @IntRange(min = 2, max = 20) int days,
      @ForAll long seed) {
    SimulationRequest request =
        new SimulationRequest(
            organic,
            (long) organic * each,
            campaign,
            campaign * 26L,
            Set.of(),
            seed,
            0,
            LocalDate.parse("2026-05-01"),
            days);
    World world = World.of(request);
    List<Actor> actors = new ArrayList<>(Population.of(world, organic));
    assertThat(actors).hasSize(organic);
    int[] sizes = Campaign.sizes(campaign, Draw.of(seed));
    assertThat(Arrays.stream(sizes).sum()).isEqualTo(campaign);
    for (int i = 0; i < sizes.length; i++) {
      actors.addAll(Agent.of(Campaign.of(world, Tactics.with(Set.of()), i, sizes[i])));
    }
    Quotas quotas = new Quotas(world, actors, request.exchanges(), request.campaignExchanges());
    long[] sums = new long[actors.size()];
    for (int day = 0; day < days; day++) {
      int[] counts = quotas.next();
      for (int i = 0; i < counts.length; i++) {
        assertThat(counts[i]).isNotNegative();
        sums[i] += counts[i];
      }
    }
    assertThat(Arrays.stream(sums).min().orElse(0)).isPositive();
    assertThat(Arrays.stream(sums, 0, organic).sum()).isEqualTo(request.exchanges());
    assertThat(Arrays.stream(sums, organic, sums.length).sum())
        .isEqualTo(request.campaignExchanges());
  }
}
