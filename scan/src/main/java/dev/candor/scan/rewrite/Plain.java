package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.JavaScriptLexer;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A module written out plainly: calls of its own decoders as the strings that they give, constant
 * expressions as their values, fields of constant objects as what they hold, flattened loops as
 * statements in a row. What is not understood stays as it is, and each byte knows where it came
 * from.
 */
public final class Plain {
  /** What one pass uncovers, the next may undo. */
  private static final int MOST_PASSES = 12;

  /** So many before decoders are run. */
  private static final int FIRST_PASSES = 3;

  private static final int FEWEST_CALLS = 3;
  private static final int MOST_DECODERS = 40;

  private final Decoders decoders;
  private final Map<Integer, Decoder> known = new LinkedHashMap<>();
  private final Set<Integer> others = new HashSet<>();
  private boolean tooMany;

  /** Runs the module's own code. */
  public interface Decoders {
    /**
     * What a function gives for each of several lists of arguments: texts only, and only if it is
     * certain to give the same whenever it is called.
     *
     * @param program declares the function and all that it needs
     * @param arguments each a list as it stands between the parentheses of a call
     * @return as many as there are arguments
     */
    List<Optional<String>> evaluate(String program, String function, List<String> arguments);
  }

  /**
   * The plain text.
   *
   * @param offsets where in the original each byte stood
   * @param decoders the functions that were run for it
   * @param complete whether all functions that look like decoders were tried
   */
  public record Text(
      Tokens tokens,
      Occurrences occurrences,
      Offsets offsets,
      List<Decoder> decoders,
      boolean complete) {}

  private Plain(Decoders decoders) {
    this.decoders = decoders;
  }

  /**
   * Empty where there is nothing to write more plainly.
   *
   * @param always whether to go on where no function of the module decodes strings
   */
  public static Optional<Text> of(
      Tokens tokens, Occurrences occurrences, boolean always, Decoders decoders) {
    Plain plain = new Plain(decoders);
    Text text = new Text(tokens, occurrences, Offsets.SAME, List.of(), true);
    boolean changed = false;
    // Numbers and tables first: then all that hands on to one decoder is seen to.
    boolean decoding = !always;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      Optional<Text> next = plain.pass(text, decoding, always || changed);
      if (next.isPresent()) {
        text = next.get();
        changed = true;
      } else if (decoding) {
        break;
      }
      decoding = next.isEmpty() || pass >= FIRST_PASSES;
    }
    return changed
        ? Optional.of(
            new Text(
                text.tokens(),
                text.occurrences(),
                text.offsets(),
                List.copyOf(plain.known.values()),
                !plain.tooMany))
        : Optional.empty();
  }

  private Optional<Text> pass(Text text, boolean decoding, boolean always) {
    View view = View.of(text.tokens(), text.occurrences());
    Edits edits = new Edits(text.tokens());
    if (decoding) {
      // One look at names first: an ordinary module is not gone through for a few of them.
      decode(view, text.offsets(), !always, edits);
    }
    if (edits.isEmpty() && !always) {
      return Optional.empty();
    }
    FlatLoops.collect(view, edits);
    ConstantObjects.collect(view, edits);
    Folding.collect(view, edits);
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    Rewritten rewritten = edits.apply(text.offsets());
    Tokens tokens = JavaScriptLexer.lex(rewritten.text());
    return Optional.of(
        new Text(tokens, Occurrences.of(tokens), rewritten.offsets(), List.of(), true));
  }

  private void decode(View view, Offsets offsets, boolean onlyNames, Edits edits) {
    for (DecoderCalls.Function function : DecoderCalls.in(view, onlyNames)) {
      int key = offsets.start(view.tokens().start(function.name()));
      Optional<Decoder> decoder = decoder(view, offsets, function, key);
      if (decoder.isPresent() && run(decoder.get(), function)) {
        known.put(key, decoder.get());
        write(view, offsets, function, decoder.get(), edits);
      } else if (decoder.isPresent()) {
        others.add(key);
      }
    }
  }

  private Optional<Decoder> decoder(
      View view, Offsets offsets, DecoderCalls.Function function, int key) {
    if (known.containsKey(key)) {
      return Optional.of(known.get(key));
    }
    if (others.contains(key) || !isWorth(view, function)) {
      return Optional.empty();
    }
    if (known.size() + others.size() >= MOST_DECODERS) {
      tooMany = true;
      return Optional.empty();
    }
    Optional<Decoder> made = DecoderProgram.of(view, offsets, function.binding());
    if (made.isEmpty()) {
      others.add(key);
    }
    return made;
  }

  /** Whether the function gives a text for anything. */
  private boolean run(Decoder decoder, DecoderCalls.Function function) {
    List<String> asked =
        function.calls().keySet().stream()
            .filter(arguments -> !decoder.values().containsKey(arguments))
            .toList();
    if (!asked.isEmpty()) {
      List<Optional<String>> given =
          decoders.evaluate(decoder.program(), function.binding().name(), asked);
      for (int i = 0; i < asked.size(); i++) {
        decoder.values().put(asked.get(i), i < given.size() ? given.get(i) : Optional.empty());
      }
    }
    return decoder.values().values().stream().anyMatch(Optional::isPresent);
  }

  private static void write(
      View view, Offsets offsets, DecoderCalls.Function function, Decoder decoder, Edits edits) {
    Tokens tokens = view.tokens();
    function
        .calls()
        .forEach((arguments, calls) ->
            decoder
                .values()
                .getOrDefault(arguments, Optional.empty())
                .ifPresent(value -> {
                  for (Node.Call call : calls) {
                    edits.putEvaluated(call.first(), call.last(), Value.quoted(value));
                    decoder.called(
                        offsets.range(tokens.start(call.first()), tokens.end(call.last())),
                        tokens.kind(call.first() - 1) == '[');
                  }
                }));
  }

  /** Something that is called for the name of a member, or with several constants. */
  private static boolean isWorth(View view, DecoderCalls.Function function) {
    if (function.calls().size() >= FEWEST_CALLS) {
      return true;
    }
    List<Node.Call> all = new ArrayList<>();
    function.calls().values().forEach(all::addAll);
    return all.stream().anyMatch(call -> view.tokens().kind(call.first() - 1) == '[');
  }
}
