package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The zone, as people have it: in the variable and in the file. */
@AutoService(Factor.class)
public final class TimezoneFactor implements Factor {
  @Override
  public String name() {
    return "timezone";
  }

  @Override
  public String base() {
    return "America/St_Johns";
  }

  @Override
  public String meaning() {
    return "the time zone, in TZ and /etc/localtime, as in Asia/Shanghai; none leaves both out";
  }

  /** The name, and what the text of a date says of it, in English as programs write it. */
  @Override
  public List<String> readings(String level) {
    return Zones.isZone(level) ? Zones.inTexts(ZoneId.of(level)) : List.of(level);
  }

  /** The zone of that name, and those of which texts of dates have it. */
  @Override
  public List<String> having(String reading) {
    return Zones.isZone(reading) ? List.of(reading) : Zones.having(reading);
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (level.equals(NONE)) {
      return;
    }
    ZoneId zone = Zones.named(name(), level);
    scene.zone = Optional.of(level);
    scene.fact(name(), level);
    scene.fact(name(), zone.getRules().getOffset(Instant.now()).getId());
    scene.fact(name(), zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }
}
