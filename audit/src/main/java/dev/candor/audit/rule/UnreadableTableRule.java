package dev.candor.audit.rule;

import com.google.auto.service.AutoService;
import dev.candor.audit.Finding;
import dev.candor.audit.Finding.Related;
import dev.candor.audit.StaticRule;
import dev.candor.core.StaticFindings;
import dev.candor.core.UnreadableTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists of digests: the artifact can compare with them, nobody can read them back. */
@AutoService(StaticRule.class)
public final class UnreadableTableRule implements StaticRule {
  @Override
  public String id() {
    return "CANDOR-S002";
  }

  @Override
  public String title() {
    return "unreadable table";
  }

  @Override
  public String summary() {
    return "The artifact holds a list of digests, so what it compares with them cannot be read.";
  }

  @Override
  public Level level() {
    return Level.NOTE;
  }

  @Override
  public String noun() {
    return "table";
  }

  @Override
  public List<Finding> findings(StaticFindings found) {
    return found.unreadable().stream().map(UnreadableTableRule::finding).toList();
  }

  private static Finding finding(UnreadableTable table) {
    String message =
        "A list of %d values (%s) can be compared with but not read back."
            .formatted(table.values().size(), table.kind());
    List<Related> related =
        table.places().stream().skip(1).map(p -> new Related(p, "stored here too")).toList();
    var properties = new TreeMap<>(Map.of("kind", List.of(table.kind()), "values", table.values()));
    return new Finding(table.id(), message, table.location(), related, List.of(), properties);
  }
}
