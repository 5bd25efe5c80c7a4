package dev.candor.scan.flow;

import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether an expression reads a factor. */
final class Readings {
  private static final int DEEPEST = 9;
  private static final int MOST_NAMES = 4;

  /** A list of paths stands near to where they are opened. */
  private static final int NEAR = 24;

  private static final String FILE = "file ";

  /** What a module exports as a whole, as bundlers write it. */
  private static final java.util.regex.Pattern DEFAULT =
      java.util.regex.Pattern.compile("\\.default(?=[.(]|$)");

  private static final List<String> GLOBAL_OBJECTS =
      List.of("globalThis.", "window.", "global.", "self.");
  private final Catalogue catalogue;
  private final Dialect dialect;
  private final Sources sources;
  private final Constants constants;
  private final CommandLines commands;
  private final Map<Spot, List<String>> known = new HashMap<>();

  Readings(Dialect dialect, Catalogue catalogue, Sources sources, Constants constants) {
    this.dialect = dialect;
    this.catalogue = catalogue;
    this.sources = sources;
    this.constants = constants;
    this.commands = new CommandLines(constants);
  }

  /**
   * What is read.
   *
   * @param reads in the words of the platform
   */
  record Reading(String factor, String reads) {}

  /** What the value at a spot reads; empty where it reads nothing that counts. */
  List<Reading> at(Spot spot) {
    if (spot.path().size() == 1 && isIndex(spot.path().getFirst())) {
      return at(spot.at(spot.place(), List.of())); // a part of what is read
    }
    return switch (spot.place().node()) {
      case Node.Member member -> mayRead(spot, member.property()) ? named(spot) : List.of();
      case Node.Index index -> isEnvironment(index.object()) ? named(spot) : List.of();
      case Node.Name name -> isPlatform(spot, name) ? named(spot) : List.of();
      case Node.Call call -> {
        List<Reading> named =
            mayRead(spot, givenName(spot, call)) || !spot.path().isEmpty() && mayRead(spot, "")
                ? named(spot)
                : List.of();
        yield !named.isEmpty()
            ? Clock.only(spot.place(), call) ? List.of() : named
            : ofMethod(spot, call).map(List::of).orElseGet(() -> included(spot, call));
      }
      case Node.Binary in when in.operator().equals("in") && spot.path().isEmpty() ->
          isSet(spot, in.left(), in.right());
      default -> List.of();
    };
  }

  /** A method that only one kind of object has, on an object of which nothing is known. */
  private Optional<Reading> ofMethod(Spot spot, Node.Call call) {
    return call.callee() instanceof Node.Member member
            && call.arguments().isEmpty()
            && spot.path().isEmpty()
            && catalogue.method(member.property()).isPresent()
            && !sources.callees().isOwnMethod(spot.at(spot.place().at(member)))
        ? catalogue.method(member.property()).flatMap(this::reading)
        : Optional.empty();
  }

  /** Python's {@code "NAME" in os.environ}; else a call that opens a file or runs a command. */
  private List<Reading> included(Spot spot, Node.Call call) {
    return spot.path().isEmpty()
            && call.callee() instanceof Node.Member member
            && member.property().equals("includes")
            && isEnvironment(member.object())
            && call.arguments().size() == 1
        ? isSet(spot, call.arguments().getFirst(), member.object())
        : called(spot, call);
  }

  /** Whether a variable is one of the environment's. */
  private List<Reading> isSet(Spot spot, Node name, Node environment) {
    return isEnvironment(environment)
            && names(spot.at(spot.place().at(environment)), 0).stream()
                .anyMatch(n -> dialect.environments().contains(n + "."))
        ? variables(spot.at(spot.place().at(name)))
        : List.of();
  }

  private static boolean isIndex(String field) {
    return !field.isEmpty() && Character.isDigit(field.charAt(0));
  }

  /** A first look at the last name: nearly nothing in a program reads its environment. */
  private boolean mayRead(Spot spot, String name) {
    String last = spot.path().isEmpty() ? name : spot.path().getLast();
    return catalogue.isLastName(last)
        || catalogue.variable(last).isPresent()
        || last.equals("get")
        || last.equals("getenv");
  }

  static String calledName(Node.Call call) {
    return switch (call.callee()) {
      case Node.Member member -> member.property();
      case Node.Name name -> name.text();
      case Node.Sequence last when last.parts().getLast() instanceof Node.Member member ->
          member.property();
      default -> "";
    };
  }

  /** The name under which a called function was taken out of its module. */
  private String givenName(Spot spot, Node.Call call) {
    Code code = spot.place().code();
    // os["host" + "name"]()
    if (call.callee() instanceof Node.Index index && index.key() instanceof Node.Binary sum) {
      return constants.text(new Spot(spot.place().at(sum), List.of(), spot.calls())).orElse("");
    }
    if (!(call.callee() instanceof Node.Name name)) {
      return calledName(call);
    }
    Node declared = code.scopes().resolve(name).map(b -> b.declarations().getFirst()).orElse(name);
    return switch (code.syntax().parent(declared).orElse(declared)) {
      case Node.Field field -> field.name().orElse(name.text());
      case Node.Declarator alias when alias.value().orElse(null) instanceof Node.Member member ->
          member.property();
      case Node.Import imports ->
          imports.names().stream()
              .filter(one -> one.local().is(declared))
              .map(Node.Imported::exported)
              .findFirst()
              .orElse(name.text());
      default -> name.text();
    };
  }

  private static boolean isEnvironment(Node node) {
    return node instanceof Node.Member member
            && (member.property().equals("env") || member.property().equals("environ"))
        || node instanceof Node.Name;
  }

  /** A name of the platform or of an imported module: what variables are set to is followed. */
  private static boolean isPlatform(Spot spot, Node.Name name) {
    Code code = spot.place().code();
    Optional<Binding> binding = code.scopes().resolve(name);
    return binding.isEmpty()
        || code.syntax().parent(binding.get().declarations().getFirst()).orElse(name)
            instanceof Node.Import;
  }

  private List<Reading> named(Spot spot) {
    List<Reading> found = new ArrayList<>();
    for (String name : names(spot, 0)) {
      reading(name).ifPresent(found::add);
      if (found.isEmpty()
          && spot.place().node() instanceof Node.Index index
          && spot.path().isEmpty()
          && isVariableOfAnyName(name)) {
        found.addAll(variables(spot.at(spot.place().at(index.key()))));
      }
    }
    return found;
  }

  /** {@code process.env.*}: the key is told apart. */
  private boolean isVariableOfAnyName(String name) {
    return name.endsWith(Spot.ANY)
        && dialect.environments().contains(name.substring(0, name.length() - 1));
  }

  private Optional<Reading> reading(String name) {
    for (String start : dialect.environments()) {
      if (name.startsWith(start)) {
        // What is done with its value comes behind a dot.
        int dot = name.indexOf('.', start.length());
        if (dot >= 0) {
          return Optional.empty();
        }
        String variable = name.substring(start.length());
        return catalogue
            .variable(variable)
            .map(factor -> new Reading(factor, dialect.variable(variable)));
      }
    }
    return catalogue.expression(name).map(factor -> new Reading(factor, name));
  }

  private List<Reading> variables(Spot names) {
    return constants.of(names).stream()
        .filter(value -> !value.computed())
        .map(Constants.Value::text)
        .distinct()
        .flatMap(name ->
            catalogue.variable(name).map(f -> new Reading(f, dialect.variable(name))).stream())
        .limit(20)
        .toList();
  }

  /** A call that opens a file or runs a command. */
  private List<Reading> called(Spot spot, Node.Call call) {
    if (call.arguments().isEmpty() || call.arguments().size() > 6) {
      return List.of();
    }
    boolean opens = dialect.opening().contains(calledName(call));
    if (!opens && call.arguments().stream().noneMatch(this::mayName)) {
      return List.of();
    }
    List<CommandLines.Line> lines = commands.of(spot, call);
    if (opens && lines.isEmpty() && spot.path().isEmpty()) {
      return files(spot.at(spot.place().at(call.arguments().getFirst())));
    }
    return read(lines).filter(r -> spot.path().isEmpty() || !isFile(r)).stream().toList();
  }

  /** What a text reads if it is the path of a file that is opened, or a command that is run. */
  Optional<Reading> ofText(String text) {
    return read(CommandLines.of(text));
  }

  private Optional<Reading> read(List<CommandLines.Line> lines) {
    for (CommandLines.Line line : lines) {
      for (String word : line.words()) {
        Optional<String> factor = catalogue.file(word);
        if (factor.isPresent()) {
          return Optional.of(new Reading(factor.get(), FILE + word));
        }
      }
    }
    for (CommandLines.Line line : lines) {
      for (Catalogue.Command command : catalogue.commands()) {
        if (CommandLines.runs(line, command)) {
          return Optional.of(new Reading(command.factor(), "command " + command));
        }
      }
    }
    return Optional.empty();
  }

  static boolean isFile(Reading reading) {
    return reading.reads().startsWith(FILE);
  }

  static boolean opens(Dialect dialect, Node.Call call) {
    return dialect.opening().contains(calledName(call));
  }

  /** Files whose paths are chosen from or gone through. */
  private List<Reading> files(Spot path) {
    if (!(path.place().node() instanceof Node.Name)) {
      return List.of();
    }
    return constants.of(path, NEAR).stream()
        .filter(value -> !value.computed() && value.text().indexOf('/') >= 0)
        .map(Constants.Value::text)
        .distinct()
        .flatMap(text -> catalogue.file(text).map(f -> new Reading(f, FILE + text)).stream())
        .limit(5)
        .toList();
  }

  private boolean mayName(Node argument) {
    return switch (argument) {
      case Node.Text text -> mayName(text.value());
      case Node.Template template -> template.texts().stream().anyMatch(this::mayName);
      case Node.Array array ->
          array.elements().size() < 20 && array.elements().stream().anyMatch(this::mayName);
      case Node.Fields fields ->
          fields.fields().size() < 20
              && fields.fields().stream()
                  .anyMatch(f -> f instanceof Node.Field one && mayName(one.value()));
      case Node.Binary sum -> sum.operator().equals("+");
      default -> false;
    };
  }

  private boolean mayName(String text) {
    return text.length() < 1_000 && catalogue.mayName(text);
  }

  /**
   * Everything that the value may be called in the platform's own words; empty for the module's
   * own.
   */
  List<String> names(Spot spot, int depth) {
    List<String> names = new ArrayList<>();
    for (String name : ofPlace(spot.place(), spot.calls(), depth)) {
      String whole = spot.path().isEmpty() ? name : name + "." + String.join(".", spot.path());
      names.add(tidy(whole));
    }
    return names;
  }

  private static String tidy(String name) {
    String tidy = name.contains(".default") ? DEFAULT.matcher(name).replaceAll("") : name;
    for (String object : GLOBAL_OBJECTS) {
      if (tidy.startsWith(object)) {
        return tidy.substring(object.length());
      }
    }
    return tidy;
  }

  private List<String> ofPlace(Place place, Calls calls, int depth) {
    if (depth > DEEPEST) {
      return List.of();
    }
    Spot here = new Spot(place, List.of(), calls);
    List<String> names = known.get(here);
    if (names == null) {
      known.put(here, List.of()); // ends a cycle
      names = ofNode(here, depth);
      known.put(here, names);
    }
    return names;
  }

  private List<String> ofNode(Spot here, int depth) {
    Place place = here.place();
    Calls calls = here.calls();
    return switch (place.node()) {
      case Node.Name name -> ofName(here, name, depth);
      case Node.Member member -> {
        List<String> objects = ofPlace(place.at(member.object()), calls, depth + 1);
        yield objects.isEmpty()
            ? ofLinks(here, depth)
            : objects.stream().map(o -> tidy(o + "." + member.property())).toList();
      }
      case Node.Index index -> {
        String key =
            constants.text(new Spot(place.at(index.key()), List.of(), calls)).orElse(Spot.ANY);
        yield ofPlace(place.at(index.object()), calls, depth + 1).stream()
            .map(o -> o + "." + key)
            .toList();
      }
      case Node.Call call -> ofCall(here, call, depth);
      case Node.Unary await when await.operator().equals("await") ->
          ofPlace(place.at(await.operand()), calls, depth + 1);
      // (0, os.hostname)()
      case Node.Sequence last -> ofPlace(place.at(last.parts().getLast()), calls, depth + 1);
      default -> List.of();
    };
  }

  private List<String> ofName(Spot here, Node.Name name, int depth) {
    Code code = here.place().code();
    Optional<Binding> binding = code.scopes().resolve(name);
    if (binding.isEmpty()) {
      return List.of(name.text());
    }
    for (Node declaration : binding.get().declarations()) {
      if (code.syntax().parent(declaration).orElse(null) instanceof Node.Import imports
          && !imports.from().startsWith(".")) {
        for (Node.Imported one : imports.names()) {
          if (one.local().is(declaration)) {
            String module = dialect.module(imports.from());
            boolean whole = one.exported().equals("*") || one.exported().equals("default");
            return List.of(whole ? module : module + "." + one.exported());
          }
        }
      }
    }
    return ofLinks(here, depth);
  }

  private List<String> ofLinks(Spot here, int depth) {
    List<String> names = new ArrayList<>();
    for (Link link : sources.of(here)) {
      if (link.kind() == Link.Kind.SAME
          && names.size() < MOST_NAMES
          && !link.to().place().equals(here.place())) {
        if (isNameable(link.to().place().node())) {
          names.addAll(names(link.to(), depth + 1));
        }
      }
    }
    return names.stream().distinct().limit(MOST_NAMES).toList();
  }

  private static boolean isNameable(Node node) {
    return node instanceof Node.Name
        || node instanceof Node.Member
        || node instanceof Node.Index
        || node instanceof Node.Call
        || node instanceof Node.Unary;
  }

  private List<String> ofCall(Spot here, Node.Call call, int depth) {
    Code code = here.place().code();
    Optional<String> module = Imports.required(code, call);
    if (module.isPresent()) {
      return module.get().startsWith(".") ? List.of() : List.of(dialect.module(module.get()));
    }
    List<String> callees = ofPlace(here.place().at(call.callee()), here.calls(), depth + 1);
    List<String> names = new ArrayList<>();
    for (String callee : callees) {
      if (callee.equals("Reflect.get") && call.arguments().size() == 2) {
        Spot key = new Spot(here.place().at(call.arguments().get(1)), List.of(), here.calls());
        constants
            .text(key)
            .ifPresent(k ->
                ofPlace(here.place().at(call.arguments().getFirst()), here.calls(), depth + 1)
                    .forEach(o -> names.add(o + "." + k)));
      } else if ((callee.endsWith(".env.get")
              || callee.endsWith(".environ.get")
              || callee.endsWith(".getenv"))
          && !call.arguments().isEmpty()) {
        Spot key = new Spot(here.place().at(call.arguments().getFirst()), List.of(), here.calls());
        constants.text(key).ifPresent(k -> names.add(dialect.environments().getFirst() + k));
      } else {
        names.add(callee + "()");
        if (catalogue.wantsArguments(callee)) {
          names.addAll(withArguments(here, call, callee, depth));
        }
      }
    }
    // A bundler's wrapper around a module hands the module on.
    if (names.isEmpty()
        && !call.arguments().isEmpty()
        && call.arguments().getFirst() instanceof Node.Call inner
        && Imports.required(code, inner).isPresent()) {
      return ofCall(here.at(here.place().at(inner)), inner, depth + 1);
    }
    return names;
  }

  /** As the catalogue has it: the arguments that it names, what stands behind them left out. */
  private List<String> withArguments(Spot here, Node.Call call, String callee, int depth) {
    List<String> names = new ArrayList<>();
    StringBuilder written = new StringBuilder(callee).append('(');
    for (Node argument : call.arguments().subList(0, Math.min(3, call.arguments().size()))) {
      Spot spot = new Spot(here.place().at(argument), List.of(), here.calls());
      Optional<String> text = constants.text(spot);
      List<String> named =
          text.isPresent() ? List.of() : ofPlace(spot.place(), spot.calls(), depth + 1);
      if (text.isEmpty() && named.isEmpty()) {
        break;
      }
      written.append(written.charAt(written.length() - 1) == '(' ? "" : ",");
      written.append(text.map(t -> '"' + t + '"').orElseGet(named::getFirst));
      names.add(written + ")");
    }
    return names;
  }
}
