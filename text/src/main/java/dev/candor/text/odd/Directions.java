package dev.candor.text.odd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Characters that change the direction of writing (UAX #9, 2; "Trojan Source", CVE-2021-42574). */
final class Directions {
  private static final int DEEPEST = 125;

  private final Setting setting;
  private final String text;
  private int readUpTo = -1;
  private boolean balanced;
  private boolean override;
  private boolean onlyFirstStrong;

  Directions(Setting setting) {
    this.setting = setting;
    this.text = setting.text;
  }

  static boolean isOne(int c) {
    return isMark(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
  }

  private static boolean isMark(int c) {
    return c == 0x200e || c == 0x200f || c == 0x61c;
  }

  Optional<Rule> rule(int c, int offset) {
    Setting.Line line = setting.lineAt(offset);
    boolean turns = line.rightToLeft() || setting.isWrittenFromRightToLeft();
    if (isMark(c)) {
      // Signs and figures alone are parts of number formats.
      boolean hasLetters = line.scripts().stream().anyMatch(s -> !Scripts.isOfNoScript(s));
      return turns || !hasLetters ? Optional.empty() : Optional.of(Rule.DIRECTION_MARK);
    }
    if (readUpTo != line.end()) {
      read(line);
    }
    if (override) {
      return Optional.of(Rule.DIRECTION_OVERRIDE);
    }
    if (!balanced) {
      return Optional.of(Rule.DIRECTION_CONTROL);
    }
    if (turns) {
      return Optional.empty();
    }
    return Optional.of(onlyFirstStrong ? Rule.ISOLATE : Rule.DIRECTION_CONTROL);
  }

  private void read(Setting.Line line) {
    readUpTo = line.end();
    balanced = true;
    override = false;
    onlyFirstStrong = true;
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = line.start(); i < line.end(); i++) {
      int c = text.charAt(i);
      if (!isOne(c) || isMark(c)) {
        continue;
      }
      switch (c) {
        case 0x202c -> balanced &= !open.isEmpty() && open.pop() == 0x202c;
        case 0x2069 -> balanced &= !open.isEmpty() && open.pop() == 0x2069;
        case 0x2066, 0x2067, 0x2068 -> open.push(0x2069);
        default -> open.push(0x202c);
      }
      override |= c == 0x202d || c == 0x202e;
      onlyFirstStrong &= c == 0x2068 || c == 0x2069;
      balanced &= open.size() <= DEEPEST;
      if (open.size() > DEEPEST) {
        return;
      }
    }
    balanced &= open.isEmpty();
  }
}
