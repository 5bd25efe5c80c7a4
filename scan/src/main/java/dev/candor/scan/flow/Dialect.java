package dev.candor.scan.flow;

import dev.candor.artifact.Language;
import dev.candor.scan.syntax.Allowance;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Syntax;
import dev.candor.scan.syntax.Tokens;
import java.util.List;
import java.util.Set;

/**
 * What languages call the things that values go through. Trees are alike in all of them; methods,
 * modules and the words of the platform are not.
 */
interface Dialect {
  static Dialect of(Language language) {
    return language == Language.PYTHON ? PythonDialect.INSTANCE : JavaScriptDialect.INSTANCE;
  }

  Language language();

  Syntax syntax(Tokens tokens, Allowance allowance);

  /** Where the environment may be read. */
  List<Integer> probeSeeds(Tokens tokens, Catalogue catalogue);

  /** Where may be picked between look-alikes. */
  PickSeeds pickSeeds(Tokens tokens);

  /** How modules of a program take from each other. */
  Modules modules(Program program);

  /** What JavaScript calls a method of strings, lists and maps; else the name itself. */
  String method(String name);

  /** How expressions of the catalogue name a module that is not the program's own. */
  String module(String name);

  /** Names of objects with the environment's variables, with a dot behind each. */
  List<String> environments();

  /** The reading of a variable as reports write it. */
  String variable(String name);

  /** Arguments of a look-up: a key, and where the language has it, what there is instead. */
  int mostLookedUpBy();

  /** Functions that open a file: its path may stand elsewhere. */
  Set<String> opening();

  /** Functions and methods that send what they are given. */
  Set<String> sending();

  /** Objects whose methods show what they are given to the user. */
  Set<String> screens();

  /** The method that makes an object, empty where its calls are not followed. */
  String constructor();

  /** A first look: whether the token may name the object of the method around it. */
  boolean mayBeThis(Tokens tokens, int token);

  /** Whether the name is that of a variable that stands for the object of a method. */
  boolean isThis(Code code, Node name);
}
