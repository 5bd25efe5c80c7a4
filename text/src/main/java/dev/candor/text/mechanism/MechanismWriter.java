package dev.candor.text.mechanism;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Filler;
import dev.candor.core.mechanism.Gate;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Row;
import dev.candor.core.mechanism.Seen;
import dev.candor.core.mechanism.Truths;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a mechanism as the YAML that {@link MechanismFile} reads, in ASCII. */
public final class MechanismWriter {
  private static final int WIDTH = 110;

  private final StringBuilder out = new StringBuilder();

  private MechanismWriter() {}

  /** The file's text. */
  public static String text(Mechanism mechanism) {
    MechanismWriter writer = new MechanismWriter();
    writer.mechanism(mechanism);
    return writer.out.toString();
  }

  private void mechanism(Mechanism one) {
    line("schema: " + MechanismFile.SCHEMA);
    line("name: " + one.name());
    if (!one.summary().isEmpty()) {
      line("summary: " + quoted(one.summary()));
    }
    line("package: " + quoted(one.purl()));
    if (!one.versions().isEmpty()) {
      line("versions: " + quoted(one.versions()));
    }
    list("seen", one.seen());
    for (Seen seen : one.seen()) {
      line("  - package: " + quoted(seen.purl()));
      seen.digest().ifPresent(digest -> line("    " + digest.algorithm() + ": " + digest.hex()));
    }
    line("established:");
    line("  engine: " + quoted(one.established().engine()));
    line("  date: " + one.established().date());
    line("  scanned: " + word(one.established().scanned()));
    line("  trials: " + one.established().trials());
    list("conditions", one.conditions());
    one.conditions().forEach(this::condition);
    gate(one.gate());
    line("carriers:");
    one.carriers().forEach(this::carrier);
    line("marks:");
    one.marks().forEach(this::mark);
  }

  private void condition(Condition one) {
    line("  - id: " + one.id());
    line("    factor: " + quoted(one.factor()));
    if (one.part() != Condition.Part.WHOLE) {
      line("    part: " + one.part().word());
    }
    line("    match: " + one.match().word());
    if (!one.values().isEmpty()) {
      values(one.values());
    }
  }

  /** In lines, since there may be hundreds. */
  private void values(List<String> values) {
    StringBuilder row = new StringBuilder("    values: [");
    for (int i = 0; i < values.size(); i++) {
      String value = quoted(values.get(i)) + (i + 1 < values.size() ? ", " : "]");
      if (row.length() + value.length() > WIDTH) {
        line(row.toString().stripTrailing());
        row.setLength(0);
        row.append("      ");
      }
      row.append(value);
    }
    line(row.toString());
  }

  private void gate(Gate gate) {
    line("gate:");
    list("  closed", gate.closed());
    gate.closed().forEach(truths -> line("    - " + truths(truths)));
    line("  complete: " + word(gate.complete()));
  }

  private void carrier(Carrier carrier) {
    line("  - id: " + carrier.id());
    line("    kind: " + kind(carrier));
    if (!carrier.request().isEmpty()) {
      line("    request: " + quoted(carrier.request()));
    }
    switch (carrier) {
      case Carrier.Text text -> {
        if (!text.place().isEmpty()) {
          line("    place: " + quoted(text.place()));
        }
        line("    text: " + quoted(text.template().text()));
        if (!text.fillers().isEmpty()) {
          line("    fillers: {" + fillers(text) + "}");
        }
      }
      case Carrier.HeaderOrder _ -> {}
      case Carrier.HeaderCase spelt -> line("    header: " + quoted(spelt.header()));
      case Carrier.KeyOrder order -> line("    pointer: " + quoted(order.pointer()));
      case Carrier.NumberSpelling number -> line("    pointer: " + quoted(number.pointer()));
      case Carrier.Digit digit -> {
        line("    place: " + quoted(digit.place()));
        line("    position: " + digit.position());
      }
      case Carrier.Value value -> line("    place: " + quoted(value.place()));
    }
  }

  /** The word for the kind of a carrier. */
  public static String kind(Carrier carrier) {
    return switch (carrier) {
      case Carrier.Text _ -> "text";
      case Carrier.HeaderOrder _ -> "header-order";
      case Carrier.HeaderCase _ -> "header-case";
      case Carrier.KeyOrder _ -> "key-order";
      case Carrier.NumberSpelling _ -> "number-spelling";
      case Carrier.Digit _ -> "digit";
      case Carrier.Value _ -> "value";
    };
  }

  private static String fillers(Carrier.Text text) {
    return new TreeMap<>(text.fillers())
        .entrySet().stream()
            .map(one -> one.getKey() + ": " + filler(one.getValue()))
            .collect(Collectors.joining(", "));
  }

  /** As {@code 4 digits}, {@code 1-20 letters}. */
  public static String filler(Filler filler) {
    String count =
        filler.least() == filler.most()
            ? Integer.toString(filler.least())
            : filler.least() + "-" + filler.most();
    return count + " " + filler.kind().word();
  }

  private void mark(Mark mark) {
    line("  - carrier: " + mark.carrier().id());
    if (!mark.slot().isEmpty()) {
      line("    slot: " + mark.slot());
    }
    line("    form: " + mark.form().word());
    line("    codebook:");
    for (Row row : mark.codebook()) {
      String symbol =
          Symbols.isWord(row.symbol())
              ? "word: " + quoted(row.symbol())
              : "symbol: " + Symbols.points(row.symbol());
      String when = row.when().values().isEmpty() ? "" : "when: " + truths(row.when()) + ", ";
      line("      - {" + when + symbol + "}");
    }
  }

  private static String truths(Truths truths) {
    return truths.values().entrySet().stream()
        .map(one -> one.getKey() + ": " + word(one.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String word(boolean truth) {
    return truth ? "yes" : "no";
  }

  private void list(String key, List<?> values) {
    line(key + (values.isEmpty() ? ": []" : ":"));
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  /** As it is where YAML cannot take it for anything else; in quotation marks otherwise. */
  private static String quoted(String text) {
    if (text.matches("[A-Za-z][A-Za-z0-9._/@%+-]*")
        && !text.matches("(?i)(yes|no|true|false|null|on|off|y|n)")) {
      return text;
    }
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            default -> {
              if (c >= ' ' && c <= '~') {
                out.appendCodePoint(c);
              } else if (c <= 0xffff) {
                out.append("\\u%04X".formatted(c));
              } else {
                out.append("\\U%08X".formatted(c));
              }
            }
          }
        });
    return out.append('"').toString();
  }
}
