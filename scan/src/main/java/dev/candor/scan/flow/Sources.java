package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.NodeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One step back from a value: what it is, what it is computed from, what decides it. */
final class Sources {
  private static final int MOST_ELEMENTS = 60;

  /** Of all searches of a program together; what lies beyond is not followed. */
  static final long MOST_STEPS = 4_000_000;

  static final Set<String> COMPARES =
      Set.of("===", "!==", "==", "!=", "<", ">", "<=", ">=", "in", "not in", "is", "is not");

  /** Methods whose outcome is that of a comparison. */
  static final Set<String> COMPARING =
      Set.of(
          "includes",
          "startsWith",
          "endsWith",
          "indexOf",
          "lastIndexOf",
          "has",
          "match",
          "test",
          "search",
          "exec",
          "localeCompare",
          "equals");

  /** Methods that give back what they are called on, as far as values go. */
  private static final Set<String> HANDED_ON =
      Set.of("bind", "valueOf", "freeze", "finally", "catch");

  private final Program program;
  private final Returns returns = new Returns();
  private final Callees callees;
  private final Definitions definitions;
  private long steps;
  private Optional<Constants> keys = Optional.empty();

  Sources(Program program) {
    this.program = program;
    this.callees = new Callees(this);
    this.definitions = new Definitions(program, this);
  }

  /** Keys that are no constants themselves are told by what they are set to. */
  void resolveKeysBy(Constants constants) {
    this.keys = Optional.of(constants);
  }

  Program program() {
    return program;
  }

  Callees callees() {
    return callees;
  }

  Definitions definitions() {
    return definitions;
  }

  Returns returns() {
    return returns;
  }

  /** Steps that were taken so far. */
  long steps() {
    return steps;
  }

  List<Link> of(Spot spot) {
    if (++steps > MOST_STEPS) {
      return List.of();
    }
    Place place = spot.place();
    return switch (place.node()) {
      case Node.Name name -> definitions.of(spot, name);
      case Node.Member member ->
          List.of(
              Link.same(
                  spot.at(place.at(member.object()), spot.within(member.property())),
                  "the field " + member.property() + " is read"));
      case Node.Index index ->
          List.of(
              Link.same(
                  spot.at(place.at(index.object()), spot.within(keyOf(spot, index.key()))),
                  "an element is read"),
              new Link(
                  whole(spot, index.key()),
                  Link.Kind.COMPARED,
                  Confidence.FOLLOWED,
                  "it chooses the element"));
      case Node.Call call -> call(spot, call);
      case Node.Unary unary -> unary(spot, unary);
      case Node.Binary binary -> binary(spot, binary);
      case Node.Conditional choice ->
          List.of(
              Link.same(spot.at(place.at(choice.then())), "it is chosen here"),
              Link.same(spot.at(place.at(choice.otherwise())), "it is chosen here"),
              Link.decided(whole(spot, choice.test())));
      case Node.Assign assign ->
          List.of(Link.same(spot.at(place.at(assign.value())), "it is assigned here"));
      case Node.Sequence sequence ->
          List.of(
              Link.same(
                  spot.at(place.at(sequence.parts().getLast())), "it is the last of several"));
      case Node.Template template -> derived(spot, template.parts());
      case Node.Array array -> array(spot, array);
      case Node.Fields fields -> fields(spot, fields);
      case Node.ClassOf type -> members(spot, type);
      case Node.Function f when f.getter() -> results(spot, f, spot.calls());
      default -> List.of();
    };
  }

  private static Spot whole(Spot spot, Node node) {
    return spot.at(spot.place().at(node), List.of());
  }

  private String keyOf(Spot spot, Node key) {
    return switch (key) {
      case Node.Digits digits -> Integer.toString((int) digits.value());
      case Node.Text text -> text.value();
      default -> keys.flatMap(constants -> constants.text(whole(spot, key))).orElse(Spot.ANY);
    };
  }

  private List<Link> derived(Spot spot, List<Node> nodes) {
    return nodes.stream()
        .limit(MOST_ELEMENTS)
        .map(node -> Link.derived(whole(spot, node), "it is part of it"))
        .toList();
  }

  private List<Link> unary(Spot spot, Node.Unary unary) {
    Spot operand = spot.at(spot.place().at(unary.operand()));
    return switch (unary.operator()) {
      case "await", "..." -> List.of(Link.same(operand, "it is awaited or spread"));
      case "typeof", "void", "delete" -> List.of();
      default -> List.of(Link.derived(whole(spot, unary.operand()), "it is computed from it"));
    };
  }

  private List<Link> binary(Spot spot, Node.Binary binary) {
    Place place = spot.place();
    if (COMPARES.contains(binary.operator())) {
      return isTypeTest(binary)
          ? List.of()
          : List.of(
              Link.compared(whole(spot, binary.left())),
              Link.compared(whole(spot, binary.right())));
    }
    return switch (binary.operator()) {
      case "&&", "||", "??", "and", "or" ->
          List.of(
              Link.same(spot.at(place.at(binary.left())), "it is one of two"),
              Link.same(spot.at(place.at(binary.right())), "it is one of two"),
              Link.decided(whole(spot, binary.left())));
      case "instanceof" -> List.of();
      default -> derived(spot, List.of(binary.left(), binary.right()));
    };
  }

  private static boolean isTypeTest(Node.Binary binary) {
    return binary.left() instanceof Node.Unary left && left.operator().equals("typeof")
        || binary.right() instanceof Node.Unary right && right.operator().equals("typeof");
  }

  private List<Link> array(Spot spot, Node.Array array) {
    if (spot.path().isEmpty()) {
      return derived(spot, array.elements());
    }
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_ELEMENTS, array.elements().size()); i++) {
      Node element = array.elements().get(i);
      if (element instanceof Node.Unary spread && spread.operator().equals("...")) {
        links.add(Link.same(spot.at(spot.place().at(spread.operand())), "it is spread"));
      } else if (spot.asksFor(Integer.toString(i))) {
        links.add(Link.same(spot.at(spot.place().at(element), spot.rest()), "it is an element"));
      }
    }
    return links;
  }

  private List<Link> fields(Spot spot, Node.Fields fields) {
    List<Link> links = new ArrayList<>();
    for (Node node : fields.fields().subList(0, Math.min(200, fields.fields().size()))) {
      switch (node) {
        case Node.Unary spread ->
            links.add(Link.same(spot.at(spot.place().at(spread.operand())), "it is spread"));
        case Node.Field field when spot.path().isEmpty() -> {
          if (links.size() < MOST_ELEMENTS) {
            links.add(Link.derived(whole(spot, field.value()), "it is a field of it"));
          }
        }
        case Node.Field field when spot.asksFor(field.name().orElse(Spot.ANY)) ->
            links.add(
                Link.same(
                    spot.at(spot.place().at(field.value()), spot.rest()),
                    "it is the field " + field.name().orElse("so computed")));
        default -> {}
      }
    }
    return links;
  }

  /** Fields that a class declares or that its methods assign. */
  private List<Link> members(Spot spot, Node.ClassOf type) {
    if (spot.path().isEmpty()) {
      return List.of();
    }
    List<Link> links = new ArrayList<>();
    for (Node node : type.members()) {
      if (node instanceof Node.Field field && spot.asksFor(field.name().orElse(""))) {
        links.add(
            Link.same(
                spot.at(spot.place().at(field.value()), spot.rest()),
                "it is a member of the class"));
      }
    }
    links.addAll(definitions.ofThis(spot, type));
    return links;
  }

  private List<Link> call(Spot spot, Node.Call call) {
    Place place = spot.place();
    Optional<String> required = Imports.required(place.code(), call);
    if (required.isPresent()) {
      return fromModule(spot, required.get());
    }
    if (call.callee() instanceof Node.Member member) {
      List<Link> known = method(spot, call, member);
      if (!known.isEmpty()) {
        return known;
      }
    } else if (call.callee() instanceof Node.Name name
        && !name.text().equals("Promise")
        && place.code().scopes().resolve(name).isEmpty()) {
      // One of the platform: its result depends on what it is given.
      return derived(spot, call.arguments());
    }
    if (isGlobal(place.code(), call.callee(), "Promise") && !call.arguments().isEmpty()) {
      return promised(spot, call);
    }
    List<Link> links = new ArrayList<>();
    for (Callees.Callee callee : callees.of(whole(spot, call.callee()))) {
      Node.Function f = callee.function();
      if (spot.calls().isIn(f)) {
        continue; // a cycle
      }
      Spot inside = spot.at(callee.place());
      for (Link link : results(inside, f, callee.calls().into(f, place))) {
        links.add(link.with(callee.confidence()));
      }
    }
    if (!spot.path().isEmpty()) {
      links.addAll(instance(spot, call));
    }
    if (links.isEmpty()) {
      links.addAll(unknown(spot, call));
    }
    return links;
  }

  /** What the function that is given to a new promise resolves it with. */
  private List<Link> promised(Spot spot, Node.Call call) {
    List<Link> links = new ArrayList<>();
    for (Callees.Callee callee : callees.of(whole(spot, call.arguments().getFirst()))) {
      links.addAll(definitions.sites().givenToParameter(spot, callee, 0));
    }
    return links;
  }

  List<Link> fromModule(Spot spot, String specifier) {
    Optional<Code> module = program.imported(spot.place().code(), specifier);
    if (module.isEmpty()) {
      return List.of();
    }
    return program.exported(module.get(), spot.path()).stream()
        .map(exported -> Link.same(exported, "it is exported by " + module.get().name()))
        .toList();
  }

  /** What {@code new C()} holds. */
  private List<Link> instance(Spot spot, Node.Call call) {
    return callees.classes(whole(spot, call.callee())).stream()
        .map(type -> Link.same(spot.at(type), "it is made by the class"))
        .toList();
  }

  /** The result of a function that is not seen is taken to depend on what it is given. */
  private List<Link> unknown(Spot spot, Node.Call call) {
    List<Link> links = new ArrayList<>();
    if (call.callee() instanceof Node.Member member) {
      links.add(Link.derived(whole(spot, member.object()), "it is computed from it"));
    }
    for (Node argument : call.arguments()) {
      if (argument instanceof Node.Function f) {
        links.addAll(
            results(spot.at(spot.place().at(f)), f, spot.calls()).stream()
                .map(link -> link.with(Confidence.ASSUMED))
                .toList());
      } else {
        links.add(
            new Link(
                whole(spot, argument),
                Link.Kind.DERIVED,
                Confidence.ASSUMED,
                "it is given to a function that is not followed"));
      }
    }
    return links;
  }

  /** Methods of the language's own arrays, strings and promises. */
  private List<Link> method(Spot spot, Node.Call call, Node.Member member) {
    Place place = spot.place();
    List<Node> arguments = call.arguments();
    Node object = member.object();
    String method = place.code().method(member);
    if (COMPARING.contains(method)) {
      List<Link> links = new ArrayList<>(List.of(Link.compared(whole(spot, object))));
      arguments.stream().limit(1).forEach(a -> links.add(Link.compared(whole(spot, a))));
      return links;
    }
    if (HANDED_ON.contains(method)) {
      Node same = method.equals("freeze") && !arguments.isEmpty() ? arguments.getFirst() : object;
      return List.of(Link.same(spot.at(place.at(same)), "it is handed on"));
    }
    return switch (method) {
      case "some",
          "every",
          "find",
          "findLast",
          "findIndex",
          "filter",
          "map",
          "flatMap",
          "sort",
          "toSorted",
          "reduce",
          "reduceRight" -> {
        if (arguments.isEmpty() || callees.isOwnMethod(whole(spot, member))) {
          yield List.of();
        }
        List<Link> links = new ArrayList<>();
        boolean same =
            method.startsWith("find") || method.equals("filter") || method.contains("ort");
        links.add(
            same
                ? Link.same(
                    spot.at(
                        place.at(object),
                        method.startsWith("find") ? spot.within(Spot.ANY) : spot.path()),
                    "it is chosen from it")
                : Link.derived(whole(spot, object), "it is gone through"));
        boolean mapped = method.endsWith("ap");
        for (Callees.Callee callee : callees.of(whole(spot, arguments.getFirst()))) {
          Spot inside =
              spot.at(callee.place(), mapped && !spot.path().isEmpty() ? spot.rest() : List.of());
          links.addAll(
              results(inside, callee.function(), callee.calls().into(callee.function(), place)));
        }
        if (method.startsWith("reduce") && arguments.size() > 1) {
          links.add(Link.derived(whole(spot, arguments.get(1)), "it begins with it"));
        }
        yield links;
      }
      case "then" -> {
        List<Link> links = new ArrayList<>();
        for (Node argument : arguments) {
          for (Callees.Callee callee : callees.of(whole(spot, argument))) {
            links.addAll(
                results(
                    spot.at(callee.place()),
                    callee.function(),
                    callee.calls().into(callee.function(), place)));
          }
        }
        yield links;
      }
      case "call", "apply" -> {
        List<Link> links = new ArrayList<>();
        for (Callees.Callee callee : callees.of(whole(spot, object))) {
          links.addAll(
              results(
                  spot.at(callee.place()),
                  callee.function(),
                  callee.calls().into(callee.function(), place)));
        }
        yield links;
      }
      case "all", "resolve", "allSettled", "race", "any" ->
          isGlobal(place.code(), object, "Promise") && !arguments.isEmpty()
              ? List.of(Link.same(spot.at(place.at(arguments.getFirst())), "it is awaited"))
              : List.of();
      case "assign" ->
          isGlobal(place.code(), object, "Object")
              ? arguments.stream()
                  .map(a ->
                      Link.same(spot.at(place.at(unspread(a))), "it is joined into one object"))
                  .toList()
              : List.of();
      case "fromCharCode",
          "fromCodePoint",
          "stringify",
          "parse",
          "keys",
          "values",
          "entries",
          "fromEntries" ->
          object instanceof Node.Name name && place.code().scopes().resolve(name).isEmpty()
              ? derived(spot, arguments)
              : List.of();
      case "defineProperty" ->
          arguments.size() == 3
                  && arguments.get(1) instanceof Node.Text field
                  && spot.asksFor(field.value())
                  && arguments.get(2) instanceof Node.Fields property
              ? defined(spot, property)
              : arguments.isEmpty()
                  ? List.of()
                  : List.of(Link.same(spot.at(place.at(arguments.getFirst())), "it is handed on"));
      case "get" ->
          !arguments.isEmpty()
                  && arguments.size() <= place.code().dialect().mostLookedUpBy()
                  && !callees.isOwnMethod(whole(spot, member))
              ? lookedUp(spot, object, arguments)
              : List.of();
      default -> List.of();
    };
  }

  /** By a key, and what there is instead where there is none. */
  private static List<Link> lookedUp(Spot spot, Node object, List<Node> arguments) {
    Place place = spot.place();
    List<Link> links = new ArrayList<>();
    links.add(Link.same(spot.at(place.at(object), spot.within(Spot.ANY)), "it is looked up"));
    links.add(Link.compared(whole(spot, arguments.getFirst())));
    arguments.stream()
        .skip(1)
        .forEach(other -> links.add(Link.same(spot.at(place.at(other)), "there is none else")));
    return links;
  }

  /** The value or the getter of a property that is defined apart from its object. */
  private List<Link> defined(Spot spot, Node.Fields property) {
    List<Link> links = new ArrayList<>();
    for (Node node : property.fields()) {
      if (node instanceof Node.Field field
          && field.value() instanceof Node.Function getter
          && field.name().orElse("").equals("get")) {
        links.addAll(results(spot.at(spot.place().at(getter), spot.rest()), getter, spot.calls()));
      } else if (node instanceof Node.Field field && field.name().orElse("").equals("value")) {
        links.add(
            Link.same(spot.at(spot.place().at(field.value()), spot.rest()), "it is the property"));
      }
    }
    return links;
  }

  private static Node unspread(Node node) {
    return node instanceof Node.Unary unary && unary.operator().equals("...")
        ? unary.operand()
        : node;
  }

  static boolean isGlobal(Code code, Node node, String name) {
    return node instanceof Node.Name n
        && n.text().equals(name)
        && code.scopes().resolve(n).isEmpty();
  }

  /** What a function gives back, and what decides it. */
  List<Link> results(Spot spot, Node.Function f, Calls calls) {
    Place place = spot.place();
    List<Returns.Result> results = returns.of(place.code().syntax(), f);
    List<Link> links = new ArrayList<>();
    NodeMap<Boolean> decisive = new NodeMap<>();
    boolean alike = sameField(results, spot);
    for (Returns.Result result : results) {
      result
          .value()
          .ifPresent(v ->
              links.add(
                  Link.same(
                      new Spot(place.at(v), spot.path(), calls), "the function gives it back")));
    }
    NodeMap<Boolean> gates = gates(results);
    for (Returns.Result result : results) {
      for (Node test : result.tests()) {
        boolean gate = gates.get(test) != null;
        if (!(alike && !gate) && decisive.put(test, true) == null) {
          Spot tested = new Spot(place.at(test), List.of(), calls);
          links.add(gate ? Link.gated(tested) : Link.decided(tested));
        }
      }
    }
    links.addAll(definitions.exportsOf(spot, f, calls));
    return links;
  }

  /** The tests next to the ways out on which nothing is given back. */
  private static NodeMap<Boolean> gates(List<Returns.Result> results) {
    NodeMap<Boolean> gates = new NodeMap<>();
    for (Returns.Result result : results) {
      if (result.isAbsent() && !result.tests().isEmpty()) {
        gates.put(result.tests().getLast(), true);
      }
    }
    return gates;
  }

  /** Whether all ways out hold the same variable in the field that is asked for. */
  private static boolean sameField(List<Returns.Result> results, Spot spot) {
    if (spot.path().isEmpty()) {
      return false;
    }
    String name = "";
    for (Returns.Result result : results) {
      if (result.isAbsent()) {
        continue;
      }
      String here = result.value().map(v -> fieldName(v, spot.path().getFirst())).orElse("");
      if (here.isEmpty() || !name.isEmpty() && !name.equals(here)) {
        return false;
      }
      name = here;
    }
    return !name.isEmpty();
  }

  private static String fieldName(Node value, String field) {
    if (value instanceof Node.Fields fields) {
      for (Node node : fields.fields()) {
        if (node instanceof Node.Field f
            && f.name().orElse("").equals(field)
            && f.value() instanceof Node.Name name) {
          return name.text();
        }
      }
    }
    return "";
  }
}
