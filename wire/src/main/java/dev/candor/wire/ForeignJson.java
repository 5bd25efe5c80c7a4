package dev.candor.wire;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** How JSON that a tool sent is read into memory: within bounds. */
public final class ForeignJson {
  /** Characters; a picture within a request is one string. */
  private static final int LONGEST_STRING = 50_000_000;

  private static final int DEEPEST = 500;
  private static final int LONGEST_NUMBER = 1_000;
  private static final int LONGEST_NAME = 10_000;

  /** What is made of empty brackets alone would take a hundred times its size in memory. */
  private static final int MOST_TOKENS = 2_000_000;

  private ForeignJson() {}

  /** Its mappers refuse what exceeds a bound, with an exception of Jackson's. */
  public static JsonMapper.Builder mapper() {
    return JsonMapper.builder(
        JsonFactory.builder()
            // A table of names seen before would be shared by all trials.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_NAME)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build());
  }
}
