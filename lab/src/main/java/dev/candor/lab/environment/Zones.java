package dev.candor.lab.environment;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.candor.core.InputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads levels that are time zones. */
final class Zones {
  private static final int FEW = 4;

  private Zones() {}

  /**
   * A zone of the time zone database.
   *
   * @throws InputException if there is none of that name
   */
  static ZoneId named(String factor, String level) {
    try {
      return ZoneId.of(level);
    } catch (DateTimeException e) {
      throw new InputException(
          "There is no time zone " + level + " for " + factor + "; one is Asia/Shanghai.", e);
    }
  }

  static boolean isZone(String level) {
    return ZoneId.getAvailableZoneIds().contains(level);
  }

  /**
   * A zone's name, and how texts of dates call it: {@code Gulf Standard Time} (CLDR's English
   * names, as ICU has them for JavaScript), {@code CST}, {@code GMT+0400}, {@code +04:00}; the
   * offsets are those of now.
   */
  static List<String> inTexts(ZoneId zone) {
    TimeZone names = TimeZone.getTimeZone(zone.getId());
    List<String> texts = new ArrayList<>(List.of(zone.getId()));
    for (int style : List.of(TimeZone.LONG, TimeZone.SHORT)) {
      texts.add(names.getDisplayName(false, style, ULocale.ENGLISH));
      texts.add(names.getDisplayName(true, style, ULocale.ENGLISH));
    }
    String offset = zone.getRules().getOffset(Instant.now()).getId().replace("Z", "+00:00");
    texts.add(offset);
    texts.add("GMT" + offset.replace(":", ""));
    return List.copyOf(texts);
  }

  /** A few zones that texts of dates call so, or by a name that has this in it. */
  static List<String> having(String text) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .sorted()
        .filter(id -> inTexts(ZoneId.of(id)).stream().anyMatch(name -> name.contains(text)))
        .limit(FEW)
        .toList();
  }
}
