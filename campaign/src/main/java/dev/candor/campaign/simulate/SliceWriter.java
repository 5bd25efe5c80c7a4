package dev.candor.campaign.simulate;

import dev.candor.campaign.log.Column;
import dev.candor.campaign.log.Engine;
import dev.candor.campaign.log.Resources;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes slices as Parquet. One thread, so that the same rows make the same bytes. */
final class SliceWriter implements AutoCloseable {
  private static final String TABLE = "slice";
  private static final long MICROS = 1000;
  private static final int ROW_GROUP = 122_880;

  private final World world;
  private final String[] accounts;
  private final long[] created;
  private final String[] clients;
  private final String[] networks;
  private final Pseudonyms pseudonyms;
  private final Engine engine;

  /**
   * @param accounts pseudonyms by number
   * @param created milliseconds since 1970 by number
   */
  SliceWriter(World world, String[] accounts, long[] created, Path folder, Resources resources)
      throws SQLException {
    this.world = world;
    this.accounts = accounts;
    this.created = created;
    clients = labels(world.tools().clients(), world.tools()::label);
    networks = labels(Networks.count(), world.networks()::number);
    pseudonyms = new Pseudonyms(world.seed());
    engine = Engine.open(List.of(), List.of(folder), resources);
    try (Statement statement = engine.connection().createStatement()) {
      statement.execute(
          Stream.of(Column.values())
              .map(column -> column.label() + " " + column.type().sql())
              .collect(Collectors.joining(", ", "CREATE TEMP TABLE " + TABLE + "(", ")")));
    }
  }

  private static String[] labels(int count, IntFunction<String> label) {
    String[] labels = new String[count];
    for (int i = 0; i < count; i++) {
      labels[i] = label.apply(i);
    }
    return labels;
  }

  void write(int day, Slice slice, Path file) throws SQLException {
    DuckDBConnection connection = engine.connection().unwrap(DuckDBConnection.class);
    long start = world.calendar().start(day);
    try (DuckDBAppender appender = connection.createAppender("temp", "main", TABLE)) {
      slice.sorted(row -> append(appender, start, row));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY %s TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
              .formatted(TABLE, Engine.literal(file.toAbsolutePath().toString()), ROW_GROUP));
      statement.execute("TRUNCATE " + TABLE);
    }
  }

  private void append(DuckDBAppender to, long start, Row row) {
    try {
      to.beginRow();
      to.append(accounts[row.account]);
      to.appendEpochMicros((start + row.time) * MICROS);
      to.appendEpochMicros(created[row.account] * MICROS);
      to.append(Models.NAMES.get(row.model));
      to.append(clients[row.client]);
      to.append(pseudonyms.of(1, row.address));
      to.append(networks[row.network]);
      to.append(Country.ALL.get(row.country).code());
      to.append(pseudonyms.of(2, row.device));
      if (row.payment == Row.NONE) {
        to.appendNull();
      } else {
        to.append(pseudonyms.of(3, row.payment));
      }
      to.append(pseudonyms.of(4, row.session));
      to.append(row.tokensIn);
      to.append(row.tokensOut);
      to.append(row.toolCalls);
      to.append(row.sketch);
      if (row.systemSketch == Row.NONE) {
        to.appendNull();
      } else {
        to.append(row.systemSketch);
      }
      to.append(row.capability.label());
      to.endRow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    engine.close();
  }
}
