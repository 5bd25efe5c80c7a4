package dev.candor.campaign.detect;

/** Rows of a query, one after the other; columns are numbered from 1. */
public interface Rows extends AutoCloseable {
  /** Goes to the next row, at first to the first. */
  boolean next();

  int getInt(int column);

  /** The number, or 0 where there is none. */
  long getLong(int column);

  /** The text, or the word null where there is none. */
  String getString(int column);

  boolean isNull(int column);

  @Override
  void close();
}
