package dev.candor.audit;

import dev.candor.core.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rule for the signals of one form, which trials showed. */
public record SignalRule(Form form) implements Rule {
  /** One for each form that signals have. */
  public static List<SignalRule> all() {
    return Arrays.stream(Form.values()).flatMap(form -> of(form).stream()).toList();
  }

  /** Empty for what can be read and is explained by that: it is no signal. */
  public static Optional<SignalRule> of(Form form) {
    return number(form).isPresent() ? Optional.of(new SignalRule(form)) : Optional.empty();
  }

  /** Never given to another form. */
  private static OptionalInt number(Form form) {
    return switch (form) {
      case LOOKALIKE -> OptionalInt.of(1);
      case INVISIBLE -> OptionalInt.of(2);
      case FORMAT -> OptionalInt.of(3);
      case ORDER -> OptionalInt.of(4);
      case NUMERIC -> OptionalInt.of(5);
      case WORDING -> OptionalInt.of(6);
      case PRESENCE -> OptionalInt.of(7);
      case OPAQUE -> OptionalInt.of(8);
      case PLAIN, LOCALISED -> OptionalInt.empty();
    };
  }

  @Override
  public String id() {
    return "CANDOR-T%03d".formatted(number(form).orElseThrow());
  }

  @Override
  public String title() {
    return form.word() + " signal";
  }

  @Override
  public String summary() {
    return "In trials the traffic depended on the environment: it showed in %s."
        .formatted(FlowWords.of(form));
  }

  /** As the verdict has it: what a reader does not notice is covert. */
  @Override
  public Level level() {
    return form.isUnnoticed() ? Level.ERROR : Level.NOTE;
  }

  @Override
  public String noun() {
    return "signal";
  }
}
