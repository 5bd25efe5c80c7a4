package dev.candor.lab.inference;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import dev.candor.lab.inference.Facts.Known;
import dev.candor.lab.inference.Facts.Place;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Day, clock and offset of a trial's zones while it ran, and the forms that its locale has for them
 * (CLDR, by way of ICU4J).
 */
final class Calendar {
  /** Three numbers between two signs; the signs stay, for another sign is another format. */
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<!\\d)(\\d{1,4})([^\\p{L}\\d\\s]|[年月년월])(\\d{1,2})([^\\p{L}\\d\\s]|[年月년월])(\\d{1,4})(?!\\d)");

  private static final Pattern COMPACT = Pattern.compile("(?<!\\d)\\d{8}(?!\\d)");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[ \\u202f]?[AaPp]\\.?[Mm]\\.?)?(?!\\d)");

  /** Programs start before they send, and a machine's clock is read in between. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  private static final List<String> SKELETONS =
      List.of(
          "yMd",
          "yMMdd",
          "yMMMd",
          "yMMMMd",
          "yMMMEd",
          "yMMMMEEEEd",
          "MMMd",
          "MMMMd",
          "EEEE",
          "E",
          "MMMM",
          "yMMMM");

  private static final Map<String, List<Known>> DAYS = new ConcurrentHashMap<>();
  private static final Map<String, List<Known>> NAMES = new ConcurrentHashMap<>();
  private static final Map<ULocale, Set<String>> SIGNS = new ConcurrentHashMap<>();

  private final Set<ZoneId> zones;
  private final Set<LocalDate> days;
  private final ULocale locale;
  private final Instant from;
  private final Instant to;

  private Calendar(
      Set<ZoneId> zones, Set<LocalDate> days, ULocale locale, Instant from, Instant to) {
    this.zones = zones;
    this.days = days;
    this.locale = locale;
    this.from = from;
    this.to = to;
  }

  static Calendar of(Environment environment, Instant from, Instant to) {
    Set<ZoneId> zones = new LinkedHashSet<>();
    environment
        .levels()
        .forEach((factor, level) -> {
          if (factor.startsWith("timezone") && !level.equals(Factor.NONE)) {
            zone(level, zones);
          }
        });
    zones.add(ZoneOffset.UTC);
    Set<LocalDate> days = new LinkedHashSet<>();
    for (ZoneId zone : zones) {
      days.add(LocalDate.ofInstant(from, zone));
      days.add(LocalDate.ofInstant(to, zone));
    }
    String level = environment.levels().getOrDefault("locale", Factor.NONE);
    String tag = level.equals(Factor.NONE) ? "en_US" : level.replaceFirst("[.@].*", "");
    return new Calendar(zones, days, new ULocale(tag), from, to);
  }

  private static void zone(String level, Set<ZoneId> into) {
    try {
      into.add(ZoneId.of(level));
    } catch (DateTimeException e) {
      // A level that stands for another, as same.
    }
  }

  /** Texts that the zone and the locale make. */
  List<Known> known() {
    return NAMES.computeIfAbsent(
        zones + "|" + locale + "|" + LocalDate.ofInstant(from, ZoneOffset.UTC), _ -> names());
  }

  private List<Known> names() {
    Map<String, Known> all = new LinkedHashMap<>();
    for (ZoneId zone : zones) {
      offsets(ZonedDateTime.ofInstant(from, zone))
          .forEach(text -> all.putIfAbsent(text, new Known(text, "timezone", "offset", true)));
      for (Locale in : List.of(Locale.ENGLISH, locale.toLocale())) {
        for (String name : List.of("zzzz", "z", "vvvv", "VV")) {
          String text =
              DateTimeFormatter.ofPattern(name, in).format(ZonedDateTime.ofInstant(from, zone));
          if (text.length() > 1) {
            all.putIfAbsent(text, new Known(text, "timezone", "name", true));
          }
        }
      }
    }
    for (String name :
        List.of(
            locale.getLanguage(),
            locale.getCountry(),
            locale.getDisplayLanguage(ULocale.ENGLISH),
            locale.getDisplayLanguage(locale),
            locale.getDisplayName(ULocale.ENGLISH),
            locale.getDisplayName(locale))) {
      if (name.length() > 1) {
        all.putIfAbsent(name, new Known(name, "locale", "name", true));
      }
    }
    return List.copyOf(all.values());
  }

  private static List<String> offsets(ZonedDateTime time) {
    int seconds = time.getOffset().getTotalSeconds();
    String colon = DateTimeFormatter.ofPattern("xxx", Locale.ROOT).format(time);
    String plain = DateTimeFormatter.ofPattern("xx", Locale.ROOT).format(time);
    String shortest = DateTimeFormatter.ofPattern("O", Locale.ROOT).format(time);
    List<String> all = new ArrayList<>(List.of(colon, plain, "GMT" + colon, "GMT" + plain));
    all.addAll(List.of("UTC" + colon, "UTC" + plain, shortest, shortest.replace("GMT", "UTC")));
    if (seconds == 0) {
      all.addAll(List.of("Z", "UTC", "GMT"));
    } else {
      // As JavaScript counts, and as others do.
      all.addAll(List.of(String.valueOf(seconds / 60), String.valueOf(-seconds / 60)));
    }
    return all;
  }

  /**
   * Days and clock times in the text that are those of the trial.
   *
   * @param localised whether days count in the locale's own form only
   */
  List<Place> places(String text, boolean localised) {
    List<Place> places = new ArrayList<>();
    if (localised) {
      words(text, locale, "locale", places);
    } else {
      numbers(text, places);
      words(text, ULocale.US, "timezone", places);
    }
    clock(text, places);
    return places;
  }

  private void words(String text, ULocale in, String factor, List<Place> into) {
    for (LocalDate day : days) {
      for (Known form : DAYS.computeIfAbsent(in + "|" + day, _ -> forms(in, day))) {
        int at = text.indexOf(form.text());
        for (; at >= 0; at = text.indexOf(form.text(), at + 1)) {
          String name = Facts.placeholder(factor, "day " + form.rendering());
          into.add(new Place(at, at + form.text().length(), name));
        }
      }
    }
  }

  private static List<Known> forms(ULocale in, LocalDate day) {
    Date noon = Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    List<Known> all = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int style :
        new int[] {DateFormat.FULL, DateFormat.LONG, DateFormat.MEDIUM, DateFormat.SHORT}) {
      form(DateFormat.getDateInstance(style, in), noon, "style " + style, seen, all);
    }
    for (String skeleton : SKELETONS) {
      form(DateFormat.getInstanceForSkeleton(skeleton, in), noon, skeleton, seen, all);
    }
    return List.copyOf(all);
  }

  private static void form(
      DateFormat format, Date noon, String name, Set<String> seen, List<Known> into) {
    format.setTimeZone(TimeZone.getTimeZone("UTC"));
    String text = format.format(noon);
    if (text.length() > 1 && seen.add(text)) {
      into.add(new Known(text, "timezone", name, true));
    }
  }

  private void numbers(String text, List<Place> into) {
    Matcher matcher = NUMBERS.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      if (isDay(matcher.group(1), matcher.group(3), matcher.group(5))) {
        for (int group : new int[] {1, 3, 5}) {
          into.add(
              new Place(
                  matcher.start(group),
                  matcher.end(group),
                  Facts.placeholder(
                      "timezone", matcher.group(group).length() > 2 ? "year" : "day")));
        }
        from = matcher.end();
      } else {
        from = matcher.end(1);
      }
    }
    Matcher compact = COMPACT.matcher(text);
    while (compact.find()) {
      String found = compact.group();
      if (isDay(found.substring(0, 4), found.substring(4, 6), found.substring(6))) {
        into.add(
            new Place(compact.start(), compact.end(), Facts.placeholder("timezone", "compact")));
      }
    }
  }

  private boolean isDay(String one, String two, String three) {
    int a = Integer.parseInt(one);
    int b = Integer.parseInt(two);
    int c = Integer.parseInt(three);
    for (LocalDate day : days) {
      int d = day.getDayOfMonth();
      int m = day.getMonthValue();
      int y = day.getYear();
      if (a == y && b == m && c == d
          || (c == y || c == y % 100) && (a == d && b == m || a == m && b == d)) {
        return true;
      }
    }
    return false;
  }

  private void clock(String text, List<Place> into) {
    Matcher matcher = CLOCK.matcher(text);
    while (matcher.find()) {
      int hour = Integer.parseInt(matcher.group(1));
      int minute = Integer.parseInt(matcher.group(2));
      boolean half = matcher.group().matches(".*[Mm].*");
      if (zones.stream().anyMatch(zone -> isNow(hour, minute, half, zone))) {
        String form =
            (matcher.group(3) == null ? "clock" : "clock with seconds") + (half ? " 12" : "");
        into.add(new Place(matcher.start(), matcher.end(), Facts.placeholder("timezone", form)));
      }
    }
  }

  private boolean isNow(int hour, int minute, boolean half, ZoneId zone) {
    int day = half ? 720 : 1440;
    int said = (hour % (half ? 12 : 24)) * 60 + minute;
    ZonedDateTime begin = ZonedDateTime.ofInstant(from.minus(SLACK), zone);
    long minutes = Duration.between(from, to).plus(SLACK).plus(SLACK).toMinutes();
    int first = begin.getHour() * 60 + begin.getMinute();
    return Math.floorMod(said - first, day) <= Math.min(minutes, day);
  }

  /** Quotes and the signs within numbers. */
  Set<String> signs() {
    return SIGNS.computeIfAbsent(locale, Calendar::signs);
  }

  private static Set<String> signs(ULocale locale) {
    LocaleData data = LocaleData.getInstance(locale);
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    Set<String> all = new LinkedHashSet<>();
    for (int quote :
        new int[] {
          LocaleData.QUOTATION_START,
          LocaleData.QUOTATION_END,
          LocaleData.ALT_QUOTATION_START,
          LocaleData.ALT_QUOTATION_END
        }) {
      all.add(data.getDelimiter(quote));
    }
    all.add(symbols.getDecimalSeparatorString());
    all.add(symbols.getGroupingSeparatorString());
    return Set.copyOf(all);
  }
}
