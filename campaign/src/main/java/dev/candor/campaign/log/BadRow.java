package dev.candor.campaign.log;

/** A row that cannot be used; the message is the reason, of which there are few different ones. */
final class BadRow extends Exception {
  private static final long serialVersionUID = 1L;

  BadRow(String reason) {
    // Millions of them may be thrown.
    super(reason, null, false, false);
  }

  BadRow(Column column, String what) {
    this(column.label() + " " + what);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
