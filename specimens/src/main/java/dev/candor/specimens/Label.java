package dev.candor.specimens;

import java.util.List;
import java.util.Optional;

/**
 * The truth about a specimen.
 *
 * @param hiding name of the way in which its lists are stored; empty when it stores none
 * @param tables entries of each hidden table, in stored order; a list in clear is none
 * @param encoding the steps that decode the tables, first step first, in the words of the report
 *     ({@code base64}, {@code xor:91}); empty when only evaluation can tell, or nothing is hidden
 * @param unreadable each list of digests that it compares with, lower-case hexadecimal
 * @param trigger what it looks at; empty when nothing in its traffic hangs on the environment
 * @param carriers where its traffic varies; empty when it does not
 * @param covert whether a reader of the traffic would not notice
 * @param why one sentence for people
 */
public record Label(
    Optional<String> hiding,
    List<List<String>> tables,
    List<String> encoding,
    List<List<String>> unreadable,
    Optional<Trigger> trigger,
    List<CarrierForm> carriers,
    boolean covert,
    String why) {
  public Label {
    tables = tables.stream().map(List::copyOf).toList();
    encoding = List.copyOf(encoding);
    unreadable = unreadable.stream().map(List::copyOf).toList();
    carriers = List.copyOf(carriers);
  }

  /** The label of a program without anything to find. */
  static Label innocent(String why) {
    return new Label(
        Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), false, why);
  }
}
