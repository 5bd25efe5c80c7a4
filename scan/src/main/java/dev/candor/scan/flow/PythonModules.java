package dev.candor.scan.flow;

import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Modules of Python (The Python Language Reference, 5): whatever a module binds, others may take. A
 * package is looked for in the folders around the module that imports it.
 */
final class PythonModules implements Modules {
  private static final int MOST_IMPORTS = 2_000;
  private static final int MOST_USES = 60;

  private final Program program;

  PythonModules(Program program) {
    this.program = program;
  }

  @Override
  public Optional<Code> imported(Code from, String specifier) {
    List<String> folder = new ArrayList<>(List.of(from.name().split("/")));
    folder.removeLast();
    int dots = 0;
    while (dots < specifier.length() && specifier.charAt(dots) == '.') {
      dots++;
    }
    String path = specifier.substring(dots).replace('.', '/');
    if (dots > 0) {
      for (int i = 1; i < dots && !folder.isEmpty(); i++) {
        folder.removeLast();
      }
      return at(folder, path);
    }
    if (at(folder, "").isPresent()) {
      folder.removeLast(); // modules of a package are named from outside
    }
    Optional<Code> found = at(folder, path);
    while (found.isEmpty() && !folder.isEmpty()) {
      folder.removeLast();
      found = at(folder, path);
    }
    return found;
  }

  private Optional<Code> at(List<String> folder, String path) {
    String base = String.join("/", folder);
    String whole = base.isEmpty() ? path : path.isEmpty() ? base : base + "/" + path;
    return (path.isEmpty() ? Optional.<Code>empty() : program.named(whole + ".py"))
        .or(() -> program.named(whole.isEmpty() ? "__init__.py" : whole + "/__init__.py"));
  }

  @Override
  public Set<Code> importsOf(Code code) {
    Set<Code> found = new HashSet<>();
    for (int t : code.occurrences().named("import", MOST_IMPORTS)) {
      if (code.syntax().at(t).orElse(null) instanceof Node.Import imports) {
        imported(code, imports.from()).ifPresent(found::add);
        for (Node.Imported one : imports.names()) {
          imported(code, within(imports.from(), one.exported())).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static String within(String module, String name) {
    return module.endsWith(".") ? module + name : module + "." + name;
  }

  @Override
  public List<Spot> exported(Code code, List<String> path) {
    if (path.isEmpty()) {
      return List.of();
    }
    String name = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    Optional<Binding> binding = global(code, name);
    if (binding.isPresent()) {
      return binding.get().declarations().stream()
          .limit(1)
          .map(declaration -> new Spot(new Place(code, declaration), rest, Calls.NONE))
          .toList();
    }
    boolean isPackage = code.name().endsWith("__init__.py");
    return isPackage
        ? imported(code, "." + name).map(inner -> exported(inner, rest)).orElse(List.of())
        : List.of();
  }

  private static Optional<Binding> global(Code code, String name) {
    return code.scopes().resolveFrom(code.syntax().module(), new Node.Name(0, name));
  }

  @Override
  public List<Place> uses(Code giver, String variable) {
    List<Place> found = new ArrayList<>();
    for (Code taker : program.modules()) {
      if (taker.equals(giver) || !program.mayUse(taker, giver)) {
        continue;
      }
      for (int t : taker.occurrences().named(variable, MOST_USES)) {
        Node node = taker.syntax().at(t).orElse(taker.syntax().module());
        switch (node) {
          case Node.Member member
              when member.property().equals(variable) && isModule(taker, member.object(), giver) ->
              found.add(new Place(taker, member));
          case Node.Import imports -> taken(taker, imports, variable, giver, found);
          default -> {}
        }
      }
    }
    return found;
  }

  private boolean isModule(Code taker, Node object, Code giver) {
    if (!(object instanceof Node.Name name)) {
      return false;
    }
    Node declaration =
        taker.scopes().resolve(name).map(b -> b.declarations().getFirst()).orElse(object);
    return taker.syntax().parent(declaration).orElse(object) instanceof Node.Import imports
        && imports.names().stream()
            .filter(one -> one.local().is(declaration))
            .anyMatch(one ->
                imported(
                        taker,
                        one.exported().equals("*")
                            ? imports.from()
                            : within(imports.from(), one.exported()))
                    .filter(giver::equals)
                    .isPresent());
  }

  private void taken(
      Code taker, Node.Import imports, String variable, Code giver, List<Place> into) {
    if (imported(taker, imports.from()).filter(giver::equals).isEmpty()) {
      return;
    }
    for (Node.Imported one : imports.names()) {
      if (one.exported().equals(variable)) {
        taker
            .scopes()
            .resolve(one.local())
            .ifPresent(binding ->
                taker.scopes().uses(binding).stream()
                    .filter(use -> !use.is(one.local()))
                    .limit(MOST_USES)
                    .forEach(use -> into.add(new Place(taker, use))));
      }
    }
  }
}
