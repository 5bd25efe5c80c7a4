package dev.candor.lab.trial;

import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.RoomPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one run of a tool is.
 *
 * @param plan its room; the emulated world's authority is added to what it trusts
 * @param answers the recipe's own
 * @param ports that somebody answers, beside those that programs usually call
 */
public record Trial(RoomPlan plan, List<Recipe.Answer> answers, List<Integer> ports) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What is no plan. */
  private record World(List<Recipe.Answer> answers, List<Integer> ports) {}

  public Trial {
    answers = List.copyOf(answers);
    ports = List.copyOf(ports);
  }

  static Trial ofBytes(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    RoomPlan plan = RoomPlan.ofBytes(in.readNBytes(in.readInt()));
    try {
      World world = JSON.readValue(in.readAllBytes(), World.class);
      return new Trial(plan, world.answers(), world.ports());
    } catch (JacksonException e) {
      throw new IOException("not a trial", e);
    }
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    byte[] room = plan.toBytes();
    out.writeInt(room.length);
    out.write(room);
    out.write(JSON.writeValueAsBytes(new World(answers, ports)));
    return bytes.toByteArray();
  }
}
