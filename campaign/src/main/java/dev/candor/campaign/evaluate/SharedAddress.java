package dev.candor.campaign.evaluate;

import dev.candor.campaign.log.ExchangeLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What many providers do first: accounts that share an address belong together, directly or over
 * others, unless too many share it.
 */
final class SharedAddress implements Baseline {
  private static final int[] MOST_HOLDERS = {5, 20, 100, 500};

  @Override
  public String name() {
    return "shared address";
  }

  @Override
  public List<Variant> find(ExchangeLog log) throws SQLException {
    Holdings holdings = Holdings.read(log, List.of("address"));
    int[] holders = holdings.holders();
    List<Variant> variants = new ArrayList<>();
    for (int most : MOST_HOLDERS) {
      Components components = new Components(holdings.accounts().length);
      int[] first = new int[holdings.values()];
      Arrays.fill(first, -1);
      for (int i = 0; i < holdings.account().length; i++) {
        int value = holdings.value()[i];
        if (holders[value] <= most) {
          first[value] = first[value] < 0 ? holdings.account()[i] : first[value];
          components.join(first[value], holdings.account()[i]);
        }
      }
      variants.add(
          new Variant("up to %d holders".formatted(most), components.named(holdings.accounts())));
    }
    return variants;
  }
}
