package dev.candor.specimens.trigger;

import dev.candor.specimens.js.Draw;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the entries of a table are. All are invented, except the names of zones and locales. */
public enum Content {
  DOMAINS {
    @Override
    String entry(Draw draw) {
      String first = draw.chance(15) ? draw.pick("api", "gw", "llm", "relay", "hub") + "." : "";
      String word = word(draw, 2, 3) + (draw.chance(20) ? "-" + word(draw, 1, 2) : "");
      return first + word + (draw.chance(10) ? draw.between(1, 99) : "") + "." + draw.pick(TLD);
    }
  },
  KEYWORDS {
    @Override
    String entry(Draw draw) {
      return word(draw, 2, 4);
    }
  },
  HOSTS {
    @Override
    String entry(Draw draw) {
      String head = draw.pick("build", "ws", "node", "ci", "lab", "vm", "dev", word(draw, 2, 2));
      return head + "-" + (draw.chance(50) ? word(draw, 2, 3) : draw.text(4, "0123456789abcdef"));
    }
  },
  ZONES {
    @Override
    String entry(Draw draw) {
      return draw.pick(WellKnown.ZONES);
    }
  },
  LOCALES {
    @Override
    String entry(Draw draw) {
      return draw.pick(WellKnown.LOCALES);
    }
  },
  USERS {
    @Override
    String entry(Draw draw) {
      String name = word(draw, 2, 3);
      return switch (draw.below(3)) {
        case 0 -> name;
        case 1 -> name.charAt(0) + "." + word(draw, 2, 3);
        default -> name + draw.between(1, 99);
      };
    }
  },
  FILES {
    @Override
    String entry(Draw draw) {
      String end = draw.pick("json", "yaml", "toml", "lock", "cfg", "md", "ini", "txt");
      return (draw.chance(20) ? "." : "") + word(draw, 2, 3) + "." + end;
    }
  },
  FOLDERS {
    @Override
    String entry(Draw draw) {
      return word(draw, 1, 2) + "-" + draw.pick("app", "core", "web", "infra", word(draw, 1, 2));
    }
  };

  private static final String[] TLD = {
    "com", "com", "net", "io", "ai", "dev", "cn", "org", "co", "app", "cloud", "de", "jp", "com.br",
    "co.uk", "tech", "me", "xyz", "in", "fr", "top"
  };

  abstract String entry(Draw draw);

  /** From 8 to {@code most} different entries; few of those that the world has few of. */
  public List<String> draw(Draw draw, int most) {
    int limit = this == ZONES || this == LOCALES ? Math.min(most, 40) : most;
    return some(draw, draw.chance(25) ? draw.between(8, 12) : draw.between(8, limit));
  }

  /** Exactly {@code size} different entries. */
  public List<String> some(Draw draw, int size) {
    Set<String> entries = new LinkedHashSet<>();
    while (entries.size() < size) {
      entries.add(entry(draw));
    }
    return new ArrayList<>(entries);
  }

  private static String word(Draw draw, int least, int most) {
    StringBuilder out = new StringBuilder();
    for (int i = draw.between(least, most); i > 0; i--) {
      out.append(
          draw.pick(
              "b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z",
              "ch", "sh", "tr", "br", "st"));
      out.append(draw.pick("a", "e", "i", "o", "u", "ai", "ea", "ou", "an", "en", "or", "il"));
    }
    return out.toString();
  }
}
