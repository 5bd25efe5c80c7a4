package dev.candor.campaign.log;

import java.util.Locale;
import java.util.Optional;

/**
 * A column of an exchange log (docs/campaigns/log.md). Identifiers are pseudonyms: equality counts,
 * never the value.
 */
public enum Column {
  ACCOUNT(Type.TEXT, true),
  STARTED_AT(Type.TIME, true),
  CREATED_AT(Type.TIME, false),
  MODEL(Type.TEXT, false),
  CLIENT(Type.TEXT, false),
  ADDRESS(Type.TEXT, false),
  NETWORK(Type.TEXT, false),
  COUNTRY(Type.TEXT, false),
  DEVICE(Type.TEXT, false),
  PAYMENT(Type.TEXT, false),
  SESSION(Type.TEXT, false),
  TOKENS_IN(Type.COUNT, false),
  TOKENS_OUT(Type.COUNT, false),
  TOOL_CALLS(Type.COUNT, false),
  SKETCH(Type.SKETCH, false),
  SYSTEM_SKETCH(Type.SKETCH, false),
  CAPABILITY(Type.TEXT, false);

  /** What a value is. */
  public enum Type {
    /** A pseudonym or a name. */
    TEXT("VARCHAR"),
    /** A moment, in UTC, to the millisecond. */
    TIME("TIMESTAMP"),
    /** A number of things, from 0. */
    COUNT("INTEGER"),
    /** A 64-bit SimHash. */
    SKETCH("UBIGINT");

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }

    /** Its name in SQL. */
    public String sql() {
      return sql;
    }
  }

  private final Type type;
  private final boolean required;

  Column(Type type, boolean required) {
    this.type = type;
    this.required = required;
  }

  /** Its name in files and in the view. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Type type() {
    return type;
  }

  /** Whether a log without it is none. */
  public boolean required() {
    return required;
  }

  /** The column of that name, whatever the case of its letters. */
  public static Optional<Column> named(String label) {
    for (Column column : values()) {
      if (column.label().equalsIgnoreCase(label)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
