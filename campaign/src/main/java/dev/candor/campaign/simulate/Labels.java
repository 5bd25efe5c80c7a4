package dev.candor.campaign.simulate;

import dev.candor.text.CsvCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The truth about each account: {@code account,campaign,kind}. */
final class Labels {
  private Labels() {}

  static void write(String[] names, List<Actor> actors, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("account,campaign,kind\n");
      List<Integer> order =
          IntStream.range(0, names.length)
              .boxed()
              .sorted((one, other) -> names[one].compareTo(names[other]))
              .toList();
      for (int i : order) {
        Actor actor = actors.get(i);
        out.write(
            String.join(
                ",",
                CsvCell.of(names[i]),
                CsvCell.of(actor.campaign().orElse("")),
                actor.kind().label()));
        out.write('\n');
      }
    }
  }
}
