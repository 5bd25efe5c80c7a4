package dev.candor.specimens.hiding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Joined and encoded in a JSON file beside the code. */
@AutoService(Hiding.class)
public final class JsonFileHiding implements Hiding {
  @Override
  public String name() {
    return "json-file";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    Coding coding =
        switch (js.draw().below(3)) {
          case 0 -> new ByteCoding(new Base64Armour());
          case 1 -> new ByteCoding(new Base64Armour(), Deflated.ZLIB);
          default -> new ByteCoding(new Base64Armour(), Xor.draw(js.draw()));
        };
    String file = js.draw().pick("defaults", "theme", "data", "schema");
    js.declare("const @data = require(\"@0@1.json\");", js.bundled() ? "./lib/" : "./", file);
    String decode =
        js.function(
            "decode",
            "stored",
            "return @0.split(@1);",
            coding.read(js.name("stored"), true, js),
            js.quote("\n"));
    List<String> lists = new ArrayList<>();
    StringBuilder json = new StringBuilder("{\n  \"version\": 1");
    for (List<String> table : tables) {
      String key = "v" + lists.size();
      String stored = coding.store(String.join("\n", table), js);
      json.append(",\n  \"").append(key).append("\": ");
      json.append(Literals.quote(stored.substring(1, stored.length() - 1), '"'));
      lists.add(js.code("@0(@data.@1)", decode, key));
    }
    Hidden hidden = Access.of(lists, coding.steps(), js);
    byte[] bytes = json.append("\n}\n").toString().getBytes(UTF_8);
    return new Hidden(hidden.tables(), hidden.encoding(), Map.of("lib/" + file + ".json", bytes));
  }
}
