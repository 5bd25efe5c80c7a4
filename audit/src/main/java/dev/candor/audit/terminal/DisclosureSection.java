package dev.candor.audit.terminal;

import dev.candor.audit.disclosure.Disclosed;
import dev.candor.audit.disclosure.DisclosureWords;

/** What a vendor's disclosure covers, what not, and what of it was not seen. */
record DisclosureSection(Page page, boolean all) {
  void write(Disclosed disclosed) {
    page.blank();
    page.heading(Paint.BOLD, DisclosureWords.TITLE);
    page.aside(DisclosureWords.identity(disclosed.disclosure()));
    page.list(DisclosureWords.UNCOVERED, DisclosureWords.lines(disclosed.uncovered()));
    if (all) {
      page.list(DisclosureWords.COVERED, DisclosureWords.lines(disclosed.covered()));
    }
    page.list(DisclosureWords.STATEMENTS, DisclosureWords.statements(disclosed));
    if (DisclosureWords.hasUnseen(disclosed)) {
      page.aside(DisclosureWords.NO_ACCUSATION);
    }
    disclosed.notes().forEach(page::item);
  }
}
