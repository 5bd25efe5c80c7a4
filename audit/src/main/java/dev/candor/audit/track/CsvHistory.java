package dev.candor.audit.track;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line for each version, for spreadsheets (RFC 4180). Text of publishers is left out: a cell that
 * begins with a sign would be a formula there.
 */
@AutoService(HistoryFormat.class)
public final class CsvHistory implements HistoryFormat {
  private static final List<String> HEADER =
      List.of(
          "package", "version", "published", "deprecated", "known", "state", "mechanism", "sha512");

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public void write(History history, ReportOptions options, OutputStream out) {
    try {
      out.write(line(HEADER));
      for (Entry entry : history.entries()) {
        out.write(line(cells(history, entry)));
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(History history, Entry entry) {
    List<String> cells = new ArrayList<>();
    cells.add(history.purl());
    cells.add(HistoryWords.version(entry));
    cells.add(entry.version().published().map(Object::toString).orElse(""));
    cells.add(entry.version().deprecated().isPresent() ? "yes" : "no");
    cells.add(
        switch (entry.sight()) {
          case Sight.Seen _ -> "seen";
          case Sight.Between _ -> "between";
          case Sight.Unknown _ -> "no";
        });
    cells.add(entry.look().map(look -> look.state().word()).orElse(""));
    cells.add(entry.look().flatMap(Look::mechanism).orElse(""));
    cells.add(
        entry.sight() instanceof Sight.Seen(var look, var _)
            ? look.report()
                .subject()
                .digest()
                .filter(digest -> digest.algorithm().equals("sha512"))
                .map(digest -> digest.hex())
                .orElse("")
            : "");
    return cells;
  }

  /** Whatever could end a cell is quoted. */
  private static byte[] line(List<String> cells) {
    return (cells.stream()
                .map(cell ->
                    cell.chars().anyMatch(c -> c == '"' || c == ',' || c < ' ')
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(","))
            + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
