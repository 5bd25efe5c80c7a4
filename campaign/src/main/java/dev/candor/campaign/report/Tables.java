package dev.candor.campaign.report;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Family;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.detect.Member;
import dev.candor.campaign.detect.Resold;
import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as three tables: {@code members}, {@code campaigns} and {@code resold}. */
public final class Tables {
  private static final String BETWEEN = "; ";

  private Tables() {}

  /**
   * Writes them into a folder, in the place of older ones.
   *
   * @return the files
   * @throws InputException if they cannot be written
   */
  public static List<Path> write(Findings findings, Path folder, TableFormat format) {
    List<Path> files = new ArrayList<>();
    for (Table table : List.of(members(findings), campaigns(findings), resold(findings))) {
      Path file = folder.resolve(table.name() + "." + format.name());
      Path draft = folder.resolve("." + table.name() + ".part");
      try {
        Files.deleteIfExists(draft);
        format.write(table, draft);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException | UncheckedIOException e) {
        throw new InputException(
            "cannot write %s: %s. Free some space or name another folder."
                .formatted(file, e.getMessage()),
            e);
      }
      files.add(file);
    }
    return files;
  }

  private static Table members(Findings findings) {
    List<List<Object>> rows = new ArrayList<>();
    for (Campaign campaign : findings.campaigns()) {
      for (Member member : campaign.members()) {
        rows.add(
            List.of(
                member.account(),
                campaign.name(),
                member.score(),
                String.join(BETWEEN, member.reasons())));
      }
    }
    return new Table(
        "members",
        List.of(
            new Table.Heading("account", Table.Type.TEXT),
            new Table.Heading("campaign", Table.Type.TEXT),
            new Table.Heading("score", Table.Type.NUMBER),
            new Table.Heading("reasons", Table.Type.TEXT)),
        rows);
  }

  private static Table campaigns(Findings findings) {
    List<List<Object>> rows = new ArrayList<>();
    for (Campaign campaign : findings.campaigns()) {
      rows.add(
          List.of(
              campaign.name(),
              (long) campaign.members().size(),
              campaign.exchanges(),
              campaign.first(),
              campaign.last(),
              String.join(BETWEEN, campaign.capabilities()),
              campaign.families().stream().map(Family::label).collect(Collectors.joining(BETWEEN)),
              campaign.score(),
              campaign.expectedFalse()));
    }
    return new Table(
        "campaigns",
        List.of(
            new Table.Heading("campaign", Table.Type.TEXT),
            new Table.Heading("accounts", Table.Type.COUNT),
            new Table.Heading("exchanges", Table.Type.COUNT),
            new Table.Heading("first", Table.Type.TIME),
            new Table.Heading("last", Table.Type.TIME),
            new Table.Heading("capabilities", Table.Type.TEXT),
            new Table.Heading("evidence", Table.Type.TEXT),
            new Table.Heading("score", Table.Type.NUMBER),
            new Table.Heading("expected_false", Table.Type.NUMBER)),
        rows);
  }

  private static Table resold(Findings findings) {
    List<List<Object>> rows = new ArrayList<>();
    for (Resold resold : findings.resold()) {
      rows.add(List.of(resold.account(), resold.score(), String.join(BETWEEN, resold.reasons())));
    }
    return new Table(
        "resold",
        List.of(
            new Table.Heading("account", Table.Type.TEXT),
            new Table.Heading("score", Table.Type.NUMBER),
            new Table.Heading("reasons", Table.Type.TEXT)),
        rows);
  }
}
