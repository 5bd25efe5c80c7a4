package dev.candor.campaign.simulate;

import java.util.List;

/** Popular tools and libraries, their versions, and the tools' system prompts. */
final class Tools {
  private static final List<String> NAMES =
      List.of(
          "anvil", "birch", "cobalt", "delta", "ember", "fjord", "garnet", "heron", "iris",
          "juniper", "kestrel", "lark", "maple", "nimbus", "otter", "pine", "quartz", "raven",
          "sable", "thistle", "umber", "violet", "willow", "yarrow");

  private static final List<String> LIBRARIES = List.of("python", "node", "go", "java");

  private static final int VERSIONS = 32;
  private static final int DAYS_A_VERSION = 6;
  private static final int FIRST_VERSION = 12;
  private static final int OLDEST = 10;

  private final long seed;
  private final int tools;

  Tools(long seed, int tools) {
    this.seed = seed;
    this.tools = Math.min(tools, NAMES.size());
  }

  /** A tool, popular ones more often. */
  int any(Draw draw) {
    return draw.rank(tools);
  }

  /** A library, numbered behind the tools. */
  int library(Draw draw) {
    return tools + draw.rank(LIBRARIES.size());
  }

  /** How many versions somebody lags behind. */
  static int lag(Draw draw) {
    return Math.min(OLDEST, draw.geometric(1.8) - 1);
  }

  /** The client that somebody has on a day, as a number. */
  static int client(int tool, int day, int lag) {
    int version = FIRST_VERSION + day / DAYS_A_VERSION - lag;
    return tool * VERSIONS + Math.clamp(version, 0, VERSIONS - 1);
  }

  int clients() {
    return (tools + LIBRARIES.size()) * VERSIONS;
  }

  /** A client as in the log. */
  String label(int client) {
    int tool = client / VERSIONS;
    int version = client % VERSIONS;
    String name = tool < tools ? NAMES.get(tool) + "-cli" : "sdk-" + LIBRARIES.get(tool - tools);
    return name + "/1." + (40 + version) + "." + version * 7 % 4;
  }

  /** The system prompt of a client that is a tool; every second version has another one. */
  long system(int client) {
    return Draw.mix(seed, Names.SYSTEM, client / 2);
  }
}
