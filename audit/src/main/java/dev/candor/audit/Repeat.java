package dev.candor.audit;

import dev.candor.audit.observed.Confirmed;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command by which anyone can see again what a report says.
 *
 * @param what it shows
 * @param command as it is typed into a shell
 */
public record Repeat(String what, String command) {
  private static final int SIGNALS = 6;
  private static final int SYMBOLS = 6;
  private static final String LOCAL = "pkg:generic/";
  private static final String SEED = "--seed=";

  /** Of an experiment only; a single run does not know them. */
  private static final List<String> OF_EXPERIMENTS = List.of(SEED, "--budget=", "--thorough");

  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /**
   * First all of it; then, for the first signals, one run for each symbol.
   *
   * @param asked as {@link ReportOptions#asked}
   */
  public static List<Repeat> of(Report report, List<String> asked) {
    List<String> words = asked.size() < 2 ? usual(report) : asked;
    String subject = subject(report, words.get(1));
    List<String> options = words.subList(2, words.size());
    List<Repeat> all = new ArrayList<>();
    List<String> seed =
        report.observed().stream()
            .filter(_ -> options.stream().noneMatch(option -> option.startsWith(SEED)))
            .map(observed -> SEED + observed.seed())
            .toList();
    all.add(
        new Repeat(
            report.observed().isPresent() ? "The whole experiment" : "The whole report",
            line(List.of(List.of(words.getFirst(), subject), options, seed))));
    List<String> ofOneRun =
        options.stream()
            .filter(option -> OF_EXPERIMENTS.stream().noneMatch(option::startsWith))
            .toList();
    report.observed().stream()
        .flatMap(observed -> observed.signals().stream())
        .map(Confirmed::signal)
        .filter(signal -> !SignalWords.isReadable(signal))
        .limit(SIGNALS)
        .flatMap(signal -> runs(signal, subject, ofOneRun))
        .distinct()
        .forEach(all::add);
    return all;
  }

  private static Stream<Repeat> runs(Signal signal, String subject, List<String> options) {
    return SignalWords.bySymbol(signal.codebook()).entrySet().stream()
        .filter(symbol -> !symbol.getKey().equals(Signal.EITHER))
        .limit(SYMBOLS)
        .map(symbol ->
            new Repeat(
                "One run that sends " + Rendering.of(symbol.getKey()),
                line(
                    List.of(
                        List.of("record", subject), set(symbol.getValue().getFirst()), options))));
  }

  private static List<String> set(CodebookEntry entry) {
    return entry.levels().entrySet().stream()
        .filter(levels -> !levels.getValue().isEmpty())
        .map(levels -> "--set=" + levels.getKey() + "=" + levels.getValue().first())
        .toList();
  }

  /** Where it is not known how the report was asked for. */
  private static List<String> usual(Report report) {
    return List.of(
        report.observed().isEmpty() ? "scan" : report.isRead() ? "audit" : "observe",
        report.subject().purl());
  }

  /** The version that was looked at; of something local its name, since folders differ. */
  private static String subject(Report report, String asked) {
    String purl = report.subject().purl();
    return purl.startsWith(LOCAL) ? "./" + asked.substring(asked.lastIndexOf('/') + 1) : purl;
  }

  private static String line(List<List<String>> words) {
    return Stream.concat(Stream.of("candor"), words.stream().flatMap(List::stream))
        .map(Repeat::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
