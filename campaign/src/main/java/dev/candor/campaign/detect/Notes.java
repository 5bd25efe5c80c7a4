package dev.candor.campaign.detect;

import dev.candor.campaign.log.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a log without some columns cannot show. */
final class Notes {
  private Notes() {}

  static List<String> missing(Set<Column> columns) {
    List<String> notes = new ArrayList<>();
    for (Family family : Family.values()) {
      if (!family.seenIn(columns)) {
        notes.add(
            "Nothing is known of %s: the log has no column %s."
                .formatted(family.words(), family.needs().label()));
      }
    }
    boolean means = false;
    for (Family family : Family.values()) {
      means |= family.means() && family.seenIn(columns);
    }
    if (!means) {
      notes.add(
          "No campaign can be found: that needs at least one of device, payment and address.");
    }
    return notes;
  }
}
