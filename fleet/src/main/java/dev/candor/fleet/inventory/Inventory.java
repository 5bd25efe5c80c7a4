package dev.candor.fleet.inventory;

import dev.candor.audit.Engine;
import java.time.Instant;
import java.util.List;

/**
 * Which AI coding tools were found on one machine, at one time.
 *
 * @param machine its name, as it calls itself or as the user does
 * @param system its operating system, in words; empty where that is not known
 * @param taken when the look began
 * @param root what was looked at: {@code /} for the machine itself, else the folder that an image
 *     is in
 * @param installations sorted by place
 * @param settings sorted by place
 * @param processes sorted by number; empty but for a look at the machine itself
 * @param notSeen what was left out, and why, in sentences
 * @param engine what looked; tools that a later one knows were not looked for
 */
public record Inventory(
    String machine,
    String system,
    Instant taken,
    String root,
    List<Installation> installations,
    List<Setting> settings,
    List<RunningTool> processes,
    List<String> notSeen,
    Engine engine) {
  public Inventory {
    installations = List.copyOf(installations);
    settings = List.copyOf(settings);
    processes = List.copyOf(processes);
    notSeen = List.copyOf(notSeen);
  }
}
