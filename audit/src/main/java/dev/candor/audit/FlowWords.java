package dev.candor.audit;

import dev.candor.core.Confidence;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.Step;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What flows do, in sentences. They tell of behaviour, never of intent. */
public final class FlowWords {
  private FlowWords() {}

  /** As {@code the text of a prompt or request depends on timezone in a way that …}. */
  public static String dependence(List<Flow> flows) {
    TreeSet<String> factors = new TreeSet<>();
    flows.forEach(flow -> factors.addAll(flow.factors()));
    return "%s depends on %s in a way that a reader does not notice"
        .formatted(
            flows.stream().anyMatch(FlowWords::leaves)
                ? "the text of a prompt or request"
                : "a text that the package puts together",
            factors.isEmpty() ? "the environment" : listed(factors));
  }

  /** As {@code it shows in look-alike characters}. */
  public static String showing(List<Flow> flows) {
    List<String> forms =
        flows.stream()
            .flatMap(flow -> flow.encoders().stream())
            .map(Encoder::form)
            .distinct()
            .sorted()
            .map(form -> "in " + of(form))
            .toList();
    return "it shows " + listed(forms);
  }

  /** The form as a noun that follows {@code in}. */
  public static String of(Form form) {
    return switch (form) {
      case PLAIN -> "the value itself";
      case LOCALISED -> "the rendering for a locale";
      case FORMAT -> "the separator or letter case";
      case LOOKALIKE -> "look-alike characters";
      case INVISIBLE -> "characters without ink";
      case ORDER -> "the order of members";
      case NUMERIC -> "the spelling of a number";
      case WORDING -> "the choice of a word";
      case PRESENCE -> "something being there or not";
      case OPAQUE -> "a value that nobody can read";
    };
  }

  /** The rule of {@link Confidence}, with its word. */
  public static String of(Confidence confidence) {
    return confidence.word()
        + switch (confidence) {
          case FOLLOWED -> ": each step follows by the language's own rules";
          case ASSUMED -> ": a step rests on what code of its shape does";
          case BY_NAME -> ": a step joins a property that is read with one of that name";
        };
  }

  /**
   * Each factor with the forms in which it shows, where that is known: {@code timezone (format)}.
   */
  public static String factors(Flow flow) {
    return flow.factors().stream()
        .map(factor -> {
          String forms =
              flow.encoders().stream()
                  .filter(encoder -> encoder.factors().contains(factor))
                  .map(encoder -> encoder.form().word())
                  .distinct()
                  .collect(Collectors.joining(", "));
          return forms.isEmpty() ? factor : factor + " (" + forms + ")";
        })
        .collect(Collectors.joining(", "));
  }

  /** As {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String listed(Collection<String> words) {
    List<String> all = List.copyOf(words);
    if (all.size() < 2) {
      return String.join("", all);
    }
    return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
  }

  private static boolean leaves(Flow flow) {
    return flow.steps().stream().anyMatch(step -> step.kind() == Step.Kind.REQUEST);
  }
}
