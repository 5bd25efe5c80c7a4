package dev.candor.audit;

import dev.candor.core.StaticFindings;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** A rule for the code. A new one is one class with {@code @AutoService} and its page. */
public non-sealed interface StaticRule extends Rule {
  /** This rule's findings, in report order. */
  List<Finding> findings(StaticFindings found);

  /** All that there are, in no order. */
  static Stream<StaticRule> loaded() {
    return ServiceLoader.load(StaticRule.class, StaticRule.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get);
  }
}
