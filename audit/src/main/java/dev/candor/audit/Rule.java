package dev.candor.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of finding, with a page {@code docs/rules/ID.md}, which the build puts beside the
 * classes.
 */
public sealed interface Rule permits StaticRule, SignalRule {
  /**
   * Never reused: {@code CANDOR-S} and three digits for what scan finds, {@code CANDOR-T} for what
   * trials show.
   */
  String id();

  /** The name of the finding, as {@code hidden table}. */
  String title();

  /** What the finding means, in one sentence. */
  String summary();

  /** How much it asks for attention. */
  Level level();

  /** What the fingerprints of its findings stand for, as {@code table}. */
  String noun();

  /** The page of the documentation, in Markdown. */
  default String page() {
    String name = "/META-INF/candor/rules/" + id() + ".md";
    try (InputStream page = Rule.class.getResourceAsStream(name)) {
      if (page == null) {
        throw new IllegalStateException("the rule " + id() + " has no page docs/rules/" + id());
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rules, by id. */
  static List<Rule> all() {
    return Stream.concat(StaticRule.loaded(), SignalRule.all().stream())
        .sorted(Comparator.comparing(Rule::id))
        .toList();
  }

  /** The levels of SARIF 2.1.0, section 3.27.10, that Candor uses. */
  enum Level {
    ERROR,
    WARNING,
    NOTE
  }
}
