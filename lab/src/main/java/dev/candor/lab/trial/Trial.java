package dev.candor.lab.trial;

import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.RoomPlan;
import dev.candor.lab.room.SizedBytes;
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
 * @param hosts that there are, even under names that the world does not have
 * @param ports that somebody answers, beside those that programs usually call
 */
public record Trial(
    RoomPlan plan, List<Recipe.Answer> answers, List<String> hosts, List<Integer> ports) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What is no plan. */
  private record Outside(List<Recipe.Answer> answers, List<String> hosts, List<Integer> ports) {}

  public Trial {
    answers = List.copyOf(answers);
    hosts = List.copyOf(hosts);
    ports = List.copyOf(ports);
  }

  /** The same world with another command. */
  public Trial running(List<String> command) {
    return new Trial(plan.running(command), answers, hosts, ports);
  }

  static Trial ofBytes(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    RoomPlan plan = RoomPlan.ofBytes(SizedBytes.read(in));
    try {
      Outside outside = JSON.readValue(in.readAllBytes(), Outside.class);
      return new Trial(plan, outside.answers(), outside.hosts(), outside.ports());
    } catch (JacksonException e) {
      throw new IOException("not a trial", e);
    }
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    SizedBytes.write(plan.toBytes(), out);
    out.write(JSON.writeValueAsBytes(new Outside(answers, hosts, ports)));
    return bytes.toByteArray();
  }
}
