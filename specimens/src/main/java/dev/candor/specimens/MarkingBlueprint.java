package dev.candor.specimens;

import dev.candor.specimens.carrier.Carried;
import dev.candor.specimens.carrier.CarrierKind;
import dev.candor.specimens.carrier.Outcome;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.hiding.Hidden;
import dev.candor.specimens.hiding.Hiding;
import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.shape.Shape;
import dev.candor.specimens.trigger.TriggerKind;
import dev.candor.specimens.trigger.Wired;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program whose traffic hangs on the environment: one of each kind of part. */
record MarkingBlueprint(
    Optional<Hiding> hiding, TriggerKind trigger, CarrierKind carrier, Shape shape, Style style)
    implements Blueprint {

  @Override
  public String name() {
    return hiding.map(Hiding::name).orElse("no-list")
        + "--"
        + trigger.name()
        + "--"
        + carrier.name();
  }

  @Override
  public Specimen make(long seed) {
    Draw draw = new Draw(seed, name());
    Js js = style.js(draw);
    Program program = new Program(js);
    Slots usual = Slots.usual(js);
    Filler.Filled filled = Filler.add(program, usual, js);
    int most = hiding.map(Hiding::mostEntries).orElse(0);
    List<List<String>> tables =
        trigger.wants().stream().map(content -> content.draw(draw, most)).toList();
    Hidden hidden =
        hiding.map(h -> h.hide(tables, js)).orElseGet(() -> new Hidden(List.of(), List.of()));
    program.chunk("lists");
    Wired wired = trigger.wire(tables, hidden.tables(), js);
    if (draw.chance(50)) {
      program.chunk("check");
    }
    String check = js.code("@marked()");
    Outcome outcome = new Outcome(shape.hand(check, js), shape.everywhere());
    program.chunk("state");
    Carried carried = carrier.carry(usual, outcome, js);
    program.client(
        carried.slots(),
        (slot, code) -> code.equals(usual.get(slot)) ? code : shape.deliver(check, slot, code, js));
    boolean plain = hiding.map(Hiding::plain).orElse(true);
    List<String> shown = plain ? List.of() : hidden.tables();
    Label label =
        new Label(
            hiding.map(Hiding::name),
            plain ? List.of() : tables,
            hidden.encoding(),
            wired.unreadable(),
            Optional.of(new Trigger(trigger.name(), wired.conditions(), true)),
            Optional.of(shape.name()),
            List.of(carried.form()),
            reads(wired.conditions(), filled),
            List.of(),
            carrier.covert(),
            why());
    return new Specimen(
        name(), label, program.files(name(), shown, filled.about(), hidden.files()));
  }

  static List<String> reads(List<Condition> conditions, Filler.Filled filled) {
    List<String> reads = new ArrayList<>(filled.reads());
    conditions.forEach(condition -> reads.add(condition.factor()));
    return Program.reads(reads);
  }

  private String why() {
    String list = hiding.map(h -> ", its list stored as " + h.name()).orElse("");
    String sees = carrier.covert() ? "which a reader does not notice" : "which is not covert";
    return "Marks by "
        + carrier.name()
        + " when "
        + trigger.name()
        + " fits"
        + list
        + "; "
        + sees
        + ".";
  }
}
