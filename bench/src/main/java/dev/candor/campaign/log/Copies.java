package dev.candor.campaign.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A log so many times as large: copies of each file in which nobody and nothing is the same as in
 * another copy. Accounts, devices, payments and addresses have another name of the same length,
 * since the engine keeps short names in place; sketches have other bits; times, models and the rest
 * stay. Arguments: a folder of Parquet, a folder to be made, how many, 26 at most.
 */
public final class Copies {
  private static final long TURN = 0x9E37_79B9_7F4A_7C15L; // the golden ratio, in 64 bits

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private Copies() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    List<Path> files = LogFiles.of(List.of(Path.of(arguments[0])));
    Path target = Files.createDirectories(Path.of(arguments[1]));
    int copies = Integer.parseInt(arguments[2]);
    Engine engine = Engine.open(files, List.of(target), Resources.standard());
    try (Statement statement = engine.connection().createStatement()) {
      for (int copy = 0; copy < copies; copy++) {
        for (Path file : files) {
          statement.execute(statement(file, target.resolve(copy + "-" + file.getFileName()), copy));
        }
      }
    } finally {
      engine.close();
    }
  }

  private static String statement(Path file, Path target, int copy) {
    String name =
        "CASE WHEN %1$s IS NOT NULL THEN substr(%1$s, 1, length(%1$s) - 1) || '"
            + LETTERS.charAt(copy)
            + "' END AS %1$s";
    return "COPY (SELECT * REPLACE (%s, %s, %s, %s, xor(sketch, %s::UBIGINT) AS sketch) FROM read_parquet(%s)) TO %s (FORMAT parquet, COMPRESSION zstd)"
        .formatted(
            name.formatted("account"),
            name.formatted("device"),
            name.formatted("payment"),
            name.formatted("address"),
            Long.toUnsignedString(copy * TURN),
            Engine.literal(file.toAbsolutePath().toString()),
            Engine.literal(target.toAbsolutePath().toString()));
  }
}
