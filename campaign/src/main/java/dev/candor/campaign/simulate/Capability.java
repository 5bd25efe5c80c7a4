package dev.candor.campaign.simulate;

/** What an exchange is about: how frequent it is, and medians of tokens; assumptions. */
enum Capability {
  CODING("coding", 30, 2600, 420, 0.9),
  REASONING("reasoning", 14, 900, 900, 0.1),
  TOOL_USE("tool-use", 16, 3400, 260, 1.6),
  VISION("vision", 6, 1900, 300, 0.1),
  WRITING("writing", 22, 700, 620, 0),
  OTHER("other", 12, 500, 300, 0.05);

  private static final Capability[] ALL = values();

  private final String label;
  private final int share;
  private final double in;
  private final double out;
  private final double tools;

  Capability(String label, int share, double in, double out, double tools) {
    this.label = label;
    this.share = share;
    this.in = in;
    this.out = out;
    this.tools = tools;
  }

  /** As in the log. */
  String label() {
    return label;
  }

  /** One of them, by how frequent they are (in percent; an assumption). */
  static Capability any(Draw draw) {
    int left = draw.below(100);
    int index = 0;
    while (left >= ALL[index].share) {
      left -= ALL[index].share;
      index++;
    }
    return ALL[index];
  }

  /** Fills in what depends on it. */
  void into(Row row, Draw draw) {
    row.capability = this;
    row.tokensIn = 1 + (int) Math.min(180_000, draw.spread(in, 1.1));
    row.tokensOut = 1 + (int) Math.min(32_000, draw.spread(out, 0.9));
    row.toolCalls = tools == 0 ? 0 : draw.geometric(1 + tools) - 1;
  }
}
