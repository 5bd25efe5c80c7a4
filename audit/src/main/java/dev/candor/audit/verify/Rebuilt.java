package dev.candor.audit.verify;

import dev.candor.audit.Report;
import dev.candor.audit.json.HostileJson;
import dev.candor.core.InputException;

/** A report as it was before it was written as JSON, as far as conclusions rest on it. */
public final class Rebuilt {
  private Rebuilt() {}

  /**
   * Its verdict, reasons and mechanisms are made anew from what was found, whatever the text says
   * of them.
   *
   * @param name of the text, for messages
   * @throws InputException if it is no report
   */
  public static Report report(String name, byte[] json) {
    try {
      return new Rebuilding(new At("", HostileJson.tree(name, json))).expected();
    } catch (IllegalArgumentException e) {
      throw new InputException("%s: %s.".formatted(name, e.getMessage()), e);
    }
  }
}
