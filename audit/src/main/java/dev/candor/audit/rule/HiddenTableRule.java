package dev.candor.audit.rule;

import com.google.auto.service.AutoService;
import dev.candor.audit.Finding;
import dev.candor.audit.Finding.Related;
import dev.candor.audit.StaticRule;
import dev.candor.core.HiddenTable;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Strings that are stored encoded and decoded at run time. */
@AutoService(StaticRule.class)
public final class HiddenTableRule implements StaticRule {
  private static final int EXAMPLES = 3;
  private static final int EXAMPLE_LENGTH = 60;

  @Override
  public String id() {
    return "CANDOR-S001";
  }

  @Override
  public String title() {
    return "hidden table";
  }

  @Override
  public String summary() {
    return "The artifact stores a list of strings encoded and decodes it when it runs.";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public String noun() {
    return "table";
  }

  @Override
  public List<Finding> findings(StaticFindings found) {
    return found.tables().stream().map(HiddenTableRule::finding).toList();
  }

  private static Finding finding(HiddenTable table) {
    List<Related> related = new ArrayList<>();
    table.places().stream().skip(1).forEach(p -> related.add(new Related(p, "stored here too")));
    table.uses().forEach(use -> related.add(new Related(use, "used here")));
    TreeMap<String, List<String>> properties = new TreeMap<>();
    properties.put("encoding", table.encoding());
    properties.put("entries", table.entries());
    if (table.recovery() instanceof Recovery.Evaluated(var decoder, var expression)) {
      related.add(new Related(decoder, "decoded here"));
      properties.put("expression", List.of(expression));
    }
    return new Finding(
        table.id(), message(table), table.location(), related, List.of(), properties);
  }

  private static String message(HiddenTable table) {
    String examples =
        table.entries().stream()
            .limit(EXAMPLES)
            .map(entry -> Visible.of(entry, EXAMPLE_LENGTH))
            .collect(Collectors.joining(", "));
    return "A list of %d strings is stored encoded (%s) and decoded at run time. It begins: %s."
        .formatted(table.entries().size(), String.join(", ", table.encoding()), examples);
  }
}
