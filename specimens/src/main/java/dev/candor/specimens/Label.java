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
 * @param shape name of the way that the outcome takes from the check to the text, as {@code lazy};
 *     empty when there is none
 * @param carriers where its traffic varies; empty when it does not
 * @param reads the factors that its code reads, those of the code around included, sorted
 * @param picks forms in which innocent code of it picks between renderings, sorted
 * @param covert whether a reader of the traffic would not notice
 * @param why one sentence for people
 */
public record Label(
    Optional<String> hiding,
    List<List<String>> tables,
    List<String> encoding,
    List<List<String>> unreadable,
    Optional<Trigger> trigger,
    Optional<String> shape,
    List<CarrierForm> carriers,
    List<String> reads,
    List<String> picks,
    boolean covert,
    String why) {
  public Label {
    tables = tables.stream().map(List::copyOf).toList();
    encoding = List.copyOf(encoding);
    unreadable = unreadable.stream().map(List::copyOf).toList();
    carriers = List.copyOf(carriers);
    reads = reads.stream().distinct().sorted().toList();
    picks = picks.stream().distinct().sorted().toList();
  }

  /** The label of a program without anything to find. */
  static Label innocent(String why, List<String> reads, List<String> picks) {
    return new Label(
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        reads,
        picks,
        false,
        why);
  }
}
