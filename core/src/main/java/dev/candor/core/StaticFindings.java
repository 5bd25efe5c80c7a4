package dev.candor.core;

import java.util.List;

/**
 * What scan found without running the artifact.
 *
 * @param tables hidden tables that read as lists
 * @param unreadable lists of digests
 * @param rest whatever else decoded to text but does not read as a list, best first
 * @param probes where it reads its environment, by factor, then by place
 * @param encoders code that picks between renderings that look alike
 * @param flows chains from a probe over an encoder to outgoing text; the covert ones first
 * @param notSeen what was left out, and why; empty when everything was read
 */
public record StaticFindings(
    List<HiddenTable> tables,
    List<UnreadableTable> unreadable,
    List<HiddenTable> rest,
    List<Probe> probes,
    List<Encoder> encoders,
    List<Flow> flows,
    List<String> notSeen) {
  public StaticFindings {
    tables = List.copyOf(tables);
    unreadable = List.copyOf(unreadable);
    rest = List.copyOf(rest);
    probes = List.copyOf(probes);
    encoders = List.copyOf(encoders);
    flows = List.copyOf(flows);
    notSeen = List.copyOf(notSeen);
  }
}
