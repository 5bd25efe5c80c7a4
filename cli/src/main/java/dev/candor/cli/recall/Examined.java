package dev.candor.cli.recall;

import dev.candor.artifact.Content;
import dev.candor.artifact.Entry;
import dev.candor.core.Location;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.scan.Scan;
import dev.candor.specimens.Specimen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A specimen and what the scan says about it.
 *
 * @param findings those that stand in the specimen's files
 */
public record Examined(Specimen specimen, StaticFindings findings) {

  /**
   * Scans all specimens in one go, which is far faster than one by one. What several of them
   * compare alike is told once.
   */
  public static List<Examined> together(List<Specimen> specimens) {
    StaticFindings all = Scan.of(specimens.stream().flatMap(Examined::entries).toList());
    return specimens.stream().map(specimen -> of(specimen, all)).toList();
  }

  /** Scans each specimen as the artifact that it is. */
  public static List<Examined> apart(List<Specimen> specimens) {
    return specimens.stream()
        .map(specimen -> of(specimen, Scan.of(entries(specimen).toList())))
        .toList();
  }

  /** The part of {@code all} that is about the specimen, whose files stand below its name. */
  static Examined of(Specimen specimen, StaticFindings all) {
    String folder = specimen.name() + "/";
    return new Examined(
        specimen,
        new StaticFindings(
            all.tables().stream().filter(t -> any(t.places(), folder)).toList(),
            all.unreadable().stream().filter(t -> any(t.places(), folder)).toList(),
            all.rest().stream().filter(t -> any(t.places(), folder)).toList(),
            all.probes().stream().flatMap(probe -> own(probe, folder)).toList(),
            all.encoders().stream().filter(e -> stands(e.location(), folder)).toList(),
            all.flows().stream().filter(f -> stands(f.end(), folder)).toList(),
            all.notSeen().stream().filter(note -> note.startsWith(folder)).toList()));
  }

  /** Probes of several specimens are joined where they read the same. */
  private static Stream<Probe> own(Probe probe, String folder) {
    List<Location> places = probe.places().stream().filter(p -> stands(p, folder)).toList();
    return places.isEmpty()
        ? Stream.empty()
        : Stream.of(new Probe(probe.factor(), probe.reads(), probe.compares(), places));
  }

  private static boolean any(List<Location> places, String folder) {
    return places.stream().anyMatch(place -> stands(place, folder));
  }

  /** Whether the place stands in the specimen's files. */
  boolean holds(Location place) {
    return stands(place, specimen.name() + "/");
  }

  private static boolean stands(Location place, String folder) {
    return place.module().startsWith(folder);
  }

  private static Stream<Entry> entries(Specimen specimen) {
    List<Entry> entries = new ArrayList<>();
    specimen
        .files()
        .forEach((path, bytes) ->
            entries.add(new Entry(specimen.name() + "/" + path, Content.of(bytes))));
    return entries.stream();
  }
}
