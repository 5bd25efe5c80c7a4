package dev.candor.specimens;

import dev.candor.specimens.carrier.Carried;
import dev.candor.specimens.carrier.FourApostrophes;
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
import java.util.stream.Stream;

/**
 * A program whose traffic tells of two conditions at one place: four alternatives.
 *
 * @param shape one that hands its outcome everywhere
 */
record FourWays(Hiding hiding, TriggerKind first, TriggerKind second, Shape shape, Style style)
    implements Blueprint {

  @Override
  public String name() {
    return hiding.name() + "--" + trigger() + "--" + FourApostrophes.NAME;
  }

  private String trigger() {
    return first.name() + "-or-" + second.name();
  }

  @Override
  public Specimen make(long seed) {
    Draw draw = new Draw(seed, name());
    Js js = style.js(draw);
    Program program = new Program(js);
    Slots usual = Slots.usual(js);
    Filler.Filled filled = Filler.add(program, usual, js);
    List<List<String>> tables =
        Stream.concat(first.wants().stream(), second.wants().stream())
            .map(content -> content.draw(draw, hiding.mostEntries()))
            .toList();
    Hidden hidden = hiding.hide(tables, js);
    program.chunk("lists");
    int cut = first.wants().size();
    List<Wired> wired = new ArrayList<>();
    Outcome one =
        outcome(first, tables.subList(0, cut), hidden.tables().subList(0, cut), wired, js);
    int end = tables.size();
    Outcome other =
        outcome(second, tables.subList(cut, end), hidden.tables().subList(cut, end), wired, js);
    program.chunk("check");
    Carried carried = FourApostrophes.carry(usual, one, other, js);
    program.client(carried.slots());
    List<Condition> conditions = wired.stream().flatMap(w -> w.conditions().stream()).toList();
    Label label =
        new Label(
            Optional.of(hiding.name()),
            hiding.plain() ? List.of() : tables,
            hidden.encoding(),
            wired.stream().flatMap(w -> w.unreadable().stream()).toList(),
            Optional.of(new Trigger(trigger(), conditions, false)),
            Optional.of(shape.name()),
            List.of(carried.form()),
            MarkingBlueprint.reads(conditions, filled),
            List.of(),
            true,
            "One of four apostrophes tells whether "
                + first.name()
                + " fits and whether "
                + second.name()
                + " does.");
    return new Specimen(
        name(),
        label,
        program.files(
            name(), hiding.plain() ? List.of() : hidden.tables(), filled.about(), hidden.files()));
  }

  /** Each trigger has words of its own. */
  private Outcome outcome(
      TriggerKind trigger,
      List<List<String>> tables,
      List<String> lists,
      List<Wired> wired,
      Js js) {
    js.enter(trigger.name());
    wired.add(trigger.wire(tables, lists, js));
    Outcome outcome = new Outcome(shape.hand(js.code("@marked()"), js), shape.everywhere());
    js.enter("");
    return outcome;
  }
}
