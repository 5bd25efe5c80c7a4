package dev.candor.spark;

import dev.candor.campaign.log.Column;
import dev.candor.campaign.log.Spelling;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * SQL as Spark has it. Sketches are 64 bits with a sign, as there are no unsigned numbers; moments
 * are timestamps of a session in UTC.
 */
final class SparkSpelling implements Spelling {
  private static final DataType UNSIGNED_LONG = DataTypes.createDecimalType(20, 0);

  /** ISO 8601 with a date, which a day or a year alone is not for DuckDB either. */
  private static final String ISO = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ T].*)?";

  /** As which types of Parquet's columns are read, by the names that DuckDB has for them. */
  private static final Map<String, DataType> READ_AS =
      Map.ofEntries(
          Map.entry("VARCHAR", DataTypes.StringType),
          Map.entry("UUID", DataTypes.BinaryType),
          Map.entry("TINYINT", DataTypes.ByteType),
          Map.entry("SMALLINT", DataTypes.ShortType),
          Map.entry("INTEGER", DataTypes.IntegerType),
          Map.entry("BIGINT", DataTypes.LongType),
          Map.entry("UTINYINT", DataTypes.ShortType),
          Map.entry("USMALLINT", DataTypes.IntegerType),
          Map.entry("UINTEGER", DataTypes.LongType),
          Map.entry("UBIGINT", UNSIGNED_LONG),
          Map.entry("TIMESTAMP_NS", DataTypes.LongType));

  /** The columns of a file, as Spark is to read them. */
  static StructType schema(Map<Column, String> types) {
    StructType schema = new StructType();
    for (Map.Entry<Column, String> each : types.entrySet()) {
      String type = each.getValue();
      DataType usual =
          type.startsWith("ENUM") ? DataTypes.StringType : DataTypes.TimestampType; // of any unit
      schema = schema.add(each.getKey().label(), READ_AS.getOrDefault(type, usual));
    }
    return schema;
  }

  @Override
  public String value(Column column, String type) {
    String name = column.label();
    return switch (column.type()) {
      case TEXT -> text(name, type);
      case TIME -> time(name, type);
      case COUNT ->
          type.equals("INTEGER")
              ? name
              : "try_cast(try_cast(" + name + " AS DECIMAL(38,0)) AS INTEGER)";
      case SKETCH -> sketch(name, type);
    };
  }

  @Override
  public String moment(long millis) {
    return "timestamp_millis(" + millis + "L)";
  }

  /** Bytes first, which are counted already: no text has more characters. */
  @Override
  public String longer(String text, int characters) {
    return "octet_length(%1$s) > %2$d AND char_length(%1$s) > %2$d".formatted(text, characters);
  }

  private static String text(String name, String type) {
    if (type.equals("UUID")) {
      return "regexp_replace(lower(hex(%s)), '^(.{8})(.{4})(.{4})(.{4})', '$1-$2-$3-$4-')"
          .formatted(name);
    }
    return type.equals("VARCHAR") || type.startsWith("ENUM")
        ? "nullif(" + name + ", '')"
        : "CAST(" + name + " AS STRING)";
  }

  private static String time(String name, String type) {
    if (type.equals("TIMESTAMP_NS")) {
      return "timestamp_micros(" + name + " DIV 1000)";
    }
    if (type.startsWith("TIMESTAMP")) {
      return name;
    }
    return type.equals("VARCHAR")
        ? "CASE WHEN trim(%s) RLIKE '^%s$' THEN try_cast(%s AS TIMESTAMP) END"
            .formatted(name, ISO, name)
        // Milliseconds; what lies outside of all time is refused with what is too late.
        : "CASE WHEN abs(CAST(%s AS DOUBLE)) < 1e15 THEN timestamp_millis(CAST(%s AS BIGINT)) END"
            .formatted(name, name);
  }

  private static String sketch(String name, String type) {
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          "CAST(" + name + " AS BIGINT)";
      default -> {
        String number = "try_cast(" + name + " AS DECIMAL(38,0))";
        yield ("CASE WHEN %1$s BETWEEN -9223372036854775808BD AND 9223372036854775807BD THEN CAST(%1$s AS BIGINT)"
                + " WHEN %1$s BETWEEN 9223372036854775808BD AND 18446744073709551615BD"
                + " THEN CAST(%1$s - 18446744073709551616BD AS BIGINT) END")
            .formatted(number);
      }
    };
  }

  /** The type of a column in the view of all exchanges. */
  static String type(Column column) {
    return switch (column.type()) {
      case TEXT -> "STRING";
      case TIME -> "TIMESTAMP";
      case COUNT -> "INTEGER";
      case SKETCH -> "BIGINT";
    };
  }
}
