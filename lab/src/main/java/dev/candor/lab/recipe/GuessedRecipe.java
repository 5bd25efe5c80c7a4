package dev.candor.lab.recipe;

import dev.candor.core.InputException;
import dev.candor.lab.recipe.Recipe.Endpoint;
import dev.candor.lab.recipe.Recipe.Interpreter;
import dev.candor.wire.ForeignJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A recipe for a tool that has none, put together from what its package says of itself; the tool is
 * not run for it.
 *
 * @param reasons why each part was guessed as it was, one sentence each
 */
public record GuessedRecipe(Recipe recipe, List<String> reasons) {
  /** Tools that bring no word of their runtime are tried with the oldest that is still common. */
  private static final int OLDEST_NODE = 18;

  /** Of a package.json; a usual one has a few kilobytes. */
  private static final int MOST_BYTES = 8 << 20;

  private static final String CHAT = "/chat/completions";
  private static final String RESPONSES = "/v1/responses";

  /**
   * A way to give a prompt, best first.
   *
   * @param told as help texts or programs write it
   * @param words behind the command's name
   */
  private record Form(List<String> told, List<String> words) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(List.of("exec [PROMPT]", "exec [prompt]"), List.of("exec", "{prompt}")),
          new Form(
              List.of("run [message..]", "run [message", "run [prompt]", "run <prompt>"),
              List.of("run", "{prompt}")),
          new Form(List.of("-p, --print", "-p, --prompt"), List.of("-p", "{prompt}")),
          new Form(List.of("-m, --message"), List.of("-m", "{prompt}")));

  /** What a read-me may show behind the command's name. */
  private static final List<String> SHOWN = List.of("exec", "run", "-p", "--print", "--prompt");

  /**
   * A way to say where the model is.
   *
   * @param name by which packages of its friends are called
   */
  private record Api(String variable, String path, String key, String dialect, String name) {}

  private static final List<Api> APIS =
      List.of(
          new Api("ANTHROPIC_BASE_URL", "", "ANTHROPIC_API_KEY", "anthropic-messages", "claude"),
          new Api("OPENAI_BASE_URL", "/v1", "OPENAI_API_KEY", "openai-chat", "openai"),
          new Api("OPENAI_API_BASE", "/v1", "OPENAI_API_KEY", "openai-chat", "openai"),
          new Api("GOOGLE_GEMINI_BASE_URL", "", "GEMINI_API_KEY", "gemini", "gemini"),
          new Api("GEMINI_BASE_URL", "", "GEMINI_API_KEY", "gemini", "gemini"));

  public GuessedRecipe {
    reasons = List.copyOf(reasons);
  }

  /**
   * @param purl of the package
   * @param folders of the installed package and, behind it, of those that it consists of
   * @throws InputException if it has no command, so that it cannot be a tool
   */
  public static GuessedRecipe of(String purl, List<Path> folders) {
    Path home = folders.getFirst();
    Path file = home.resolve("package.json");
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "There is no recipe for "
              + purl
              + ", and one can be guessed for npm packages only. Write one and give it with"
              + " --recipe FILE.");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InputException(
            purl
                + " has a package.json of more than 8 MiB, so no recipe can be guessed. Write one and"
                + " give it with --recipe FILE.");
      }
      JsonNode json = ForeignJson.mapper().build().readTree(Files.readAllBytes(file));
      return new Guess(purl, json, home).recipe(folders);
    } catch (IOException | JacksonException e) {
      throw new InputException(
          purl + " cannot be read, so no recipe can be guessed (" + e.getMessage() + ").", e);
    }
  }

  private static final class Guess {
    private final String purl;
    private final JsonNode json;
    private final Path home;
    private final String packageName;
    private final List<String> reasons = new ArrayList<>();

    Guess(String purl, JsonNode json, Path home) {
      this.purl = purl;
      this.json = json;
      this.home = home;
      String name = json.path("name").asString("");
      packageName = name.substring(name.lastIndexOf('/') + 1);
    }

    GuessedRecipe recipe(List<Path> folders) throws IOException {
      String command = command();
      Optional<Interpreter> runtime = runtime(command);
      PackageWords words = PackageWords.in(folders, telling(command));
      List<String> line = new ArrayList<>(List.of(command));
      line.addAll(form(command, words));
      Optional<Api> api = api(words);
      int version = purl.indexOf('@', purl.lastIndexOf('/'));
      Recipe recipe =
          new Recipe(
              command,
              version < 0 ? purl : purl.substring(0, version),
              runtime,
              List.of(),
              line,
              api.map(one -> dialect(one, words)),
              api.map(one -> new Endpoint(one.variable, one.path)),
              api.map(Api::key),
              Map.of(),
              Map.of(),
              List.of());
      return new GuessedRecipe(recipe, reasons);
    }

    private String command() {
      JsonNode bin = json.path("bin");
      List<String> names = bin.isString() ? List.of(packageName) : List.copyOf(bin.propertyNames());
      if (names.isEmpty()) {
        throw new InputException(
            purl + " has no command (bin), so it is not a tool that can be run.");
      }
      String chosen =
          names.stream()
              .filter(packageName::equals)
              .findFirst()
              .or(() -> names.stream().filter(packageName::startsWith).findFirst())
              .orElse(names.getFirst());
      reasons.add(
          names.size() == 1
              ? "The command is " + chosen + ", the only one of the package."
              : "The command is "
                  + chosen
                  + ", of "
                  + String.join(", ", names)
                  + " the one most like the package's name.");
      return chosen;
    }

    private Optional<Interpreter> runtime(String command) throws IOException {
      JsonNode bin = json.path("bin");
      String file = bin.isString() ? bin.asString() : bin.path(command).asString("");
      Path program = home.resolve(file).normalize();
      boolean script =
          program.startsWith(home)
              && Files.isRegularFile(program)
              && (file.matches(".*\\.[cm]?js") || firstLine(program).matches("#!.*\\bnode\\b.*"));
      if (!script) {
        reasons.add("It needs no runtime: " + command + " is no script for Node.");
        return Optional.empty();
      }
      Matcher major =
          Pattern.compile("\\d{1,3}").matcher(json.path("engines").path("node").asString(""));
      int lowest = major.find() ? Integer.parseInt(major.group()) : OLDEST_NODE;
      reasons.add(
          "The runtime is Node "
              + lowest
              + " or later, "
              + (lowest == OLDEST_NODE && !json.path("engines").has("node")
                  ? "though the package names no version."
                  : "as the package says (engines)."));
      return Optional.of(new Interpreter("node", lowest));
    }

    private static String firstLine(Path file) throws IOException {
      try (var in = Files.newInputStream(file)) {
        String head = new String(in.readNBytes(256), StandardCharsets.ISO_8859_1);
        return head.lines().findFirst().orElse("");
      }
    }

    private static List<String> telling(String command) {
      List<String> words = new ArrayList<>(List.of(CHAT, RESPONSES));
      SHOWN.forEach(word -> words.add(command + " " + word + " "));
      FORMS.forEach(form -> words.addAll(form.told));
      APIS.forEach(api -> words.add(api.variable));
      APIS.forEach(api -> words.add(api.key));
      return words.stream().distinct().toList();
    }

    private List<String> form(String command, PackageWords words) {
      for (String word : SHOWN) {
        if (words.inReadMe(command + " " + word + " ") > 0) {
          reasons.add(
              "The prompt follows "
                  + word
                  + ", as the read-me has it: "
                  + command
                  + " "
                  + word
                  + ".");
          return List.of(word, "{prompt}");
        }
      }
      for (Form form : FORMS) {
        for (String told : form.told) {
          if (words.has(told)) {
            reasons.add(
                "The prompt follows "
                    + form.words.getFirst()
                    + ", because the program has the text \""
                    + told
                    + "\".");
            return form.words;
          }
        }
      }
      reasons.add("The prompt follows -p, as with most tools; nothing in the package tells it.");
      return List.of("-p", "{prompt}");
    }

    private Optional<Api> api(PackageWords words) {
      Optional<Api> best =
          APIS.stream()
              .filter(api -> words.has(api.variable))
              .max(
                  Comparator.<Api, Boolean>comparing(
                          api -> json.path("name").asString("").contains(api.name))
                      .thenComparingInt(
                          api -> words.inReadMe(api.variable) + words.inReadMe(api.key))
                      // A tool of somebody else most often speaks to what is like OpenAI's.
                      .thenComparing(api -> api.name.equals("openai"))
                      .thenComparingInt(api -> words.inPrograms(api.variable)));
      reasons.add(
          best.map(api ->
                  "The model's address goes into "
                      + api.variable
                      + ", which the package has "
                      + (words.inReadMe(api.variable) + words.inPrograms(api.variable))
                      + " times.")
              .orElse(
                  "No variable for the model's address was found; requests go to the tool's own"
                      + " hosts, which the room answers."));
      return best;
    }

    private String dialect(Api api, PackageWords words) {
      boolean responses =
          api.dialect.equals("openai-chat") && words.has(RESPONSES) && !words.has(CHAT);
      String dialect = responses ? "openai-responses" : api.dialect;
      reasons.add("The dialect is " + dialect + ", which goes with that variable.");
      return dialect;
    }
  }
}
