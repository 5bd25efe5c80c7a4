package dev.candor.specimens.js;

import java.util.HashSet;
import java.util.Set;

/** The ways to read environment variables; each call draws one. */
final class Environment {
  private final Js js;
  private final Set<String> declared = new HashSet<>();

  Environment(Js js) {
    this.js = js;
  }

  String read(String variable) {
    String quoted = js.quote(variable);
    return switch (js.draw().below(12)) {
      case 0 -> "process.env[" + quoted + "]";
      case 1 -> "process[\"env\"][" + halves(variable) + "]";
      case 2 -> "Reflect.get(process.env, " + quoted + ")";
      case 3 -> once("const @variables = process.env;", "variables") + "." + variable;
      case 4 ->
          once("const @setting = (@variable) => process.env[@variable];", "setting")
              + "("
              + quoted
              + ")";
      case 5 -> once("const { env: @environment } = process;", "environment") + "." + variable;
      case 6 -> {
        String word = "own" + variable;
        yield once("const { " + variable + ": @" + word + " } = process.env;", word);
      }
      default -> "process.env." + variable;
    };
  }

  /** A name in two strings, as tools that hide names write it. */
  private String halves(String variable) {
    int middle = js.draw().between(1, variable.length() - 1);
    return js.quote(variable.substring(0, middle)) + " + " + js.quote(variable.substring(middle));
  }

  private String once(String declaration, String word) {
    String name = js.name(word);
    if (declared.add(name)) {
      js.declare(declaration);
    }
    return name;
  }
}
