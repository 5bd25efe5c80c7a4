package dev.candor.campaign.simulate;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What a log was made from, as JSON: the request and all parameters. */
final class Description {
  private Description() {}

  static void write(SimulationRequest request, World world, Path file) throws IOException {
    StringJoiner json = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
    json.add("\"schema\": \"candor/simulation/v1\"");
    json.add("\"request\": " + of(request));
    json.add(
        "\"launches\": "
            + of(world.models().launches().stream().map(Instant::ofEpochMilli).toList()));
    json.add("\"tactics\": " + of(request.tactics()));
    json.add("\"parameters\": " + of(world.parameters()));
    Files.writeString(file, json.toString(), StandardCharsets.UTF_8);
  }

  private static String of(Object value) {
    return switch (value) {
      case Number number -> number.toString();
      case Evasion evasion -> "\"" + evasion.label() + "\"";
      case Iterable<?> many -> list(many);
      case Record data -> members(data);
      default -> "\"" + value + "\"";
    };
  }

  private static String list(Iterable<?> many) {
    StringJoiner json = new StringJoiner(", ", "[", "]");
    List<String> texts = new ArrayList<>();
    many.forEach(one -> texts.add(of(one)));
    texts.stream().sorted().forEach(json::add);
    return json.toString();
  }

  private static String members(Record data) {
    StringJoiner json = new StringJoiner(", ", "{", "}");
    for (RecordComponent one : data.getClass().getRecordComponents()) {
      try {
        json.add("\"" + one.getName() + "\": " + of(one.getAccessor().invoke(data)));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return json.toString();
  }
}
