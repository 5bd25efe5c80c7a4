package dev.candor.specimens.carrier;

import com.google.auto.service.AutoService;
import dev.candor.specimens.CarrierForm;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Two tools stand in another order. */
@AutoService(CarrierKind.class)
public final class ToolOrder implements CarrierKind {
  @Override
  public String name() {
    return "tool-order";
  }

  @Override
  public Carried carry(Slots usual, Outcome outcome, Js js) {
    List<String> symbols = List.of("list_files,count_files", "count_files,list_files");
    js.declare(
        """
        const @countTool = { name: "count_files", description: "Number of files in the work folder.", \
        input_schema: { type: "object", properties: {} } };\
        """);
    String order =
        js.code(
            js.draw()
                .pick(
                    "(@0 ? [@countTool, ...@tools] : [...@tools, @countTool])",
                    "(@0 ? [...@tools, @countTool].reverse() : [...@tools, @countTool])",
                    "(@0 ? [1, 0] : [0, 1]).map((@place) => [...@tools, @countTool][@place])",
                    "[...@tools, @countTool].sort((@left, @right) => (@0 ? -1 : 1) * @right.name.localeCompare(@left.name))"),
            outcome.code());
    Slots slots =
        usual.with(
            Slot.BODY,
            js.code(
                "JSON.stringify({ model: \"pocket-1\", max_tokens: 1024, temperature: 1, system:"
                    + " @systemText, messages: @messages, tools: @0 })",
                order));
    return new Carried(new CarrierForm(name(), "order", "body", symbols), slots);
  }
}
