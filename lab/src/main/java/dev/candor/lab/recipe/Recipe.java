package dev.candor.lab.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to run a tool unattended. Commands, files and variables may hold {@code {endpoint}}, {@code
 * {prompt}}, {@code {home}} and {@code {key}}.
 *
 * @param tool its name, as people say it
 * @param purl the package, without a version
 * @param runtime what runs it, empty where it runs by itself
 * @param setup commands to be run in the room first, {@code tool} standing for the tool's own
 * @param command a name of the package's {@code bin}, then arguments
 * @param api the dialect of its model requests; empty where it is the vendor's own
 * @param endpoint how it is told where the model is; empty where files say it
 * @param keyVariable the variable that gets a dummy key
 * @param environment further variables
 * @param files by path, which may begin with {@code ~/}
 * @param answers to requests that are of no dialect: log-in, feature flags
 */
public record Recipe(
    String tool,
    String purl,
    Optional<Interpreter> runtime,
    List<List<String>> setup,
    List<String> command,
    Optional<String> api,
    Optional<Endpoint> endpoint,
    Optional<String> keyVariable,
    Map<String, String> environment,
    Map<String, String> files,
    List<Answer> answers) {

  public Recipe {
    setup = setup.stream().map(List::copyOf).toList();
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    files = Map.copyOf(files);
    answers = List.copyOf(answers);
  }

  /**
   * @param name as {@code node}
   * @param lowestMajor the lowest major version that will do
   */
  public record Interpreter(String name, int lowestMajor) {}

  /**
   * @param variable that gets the address
   * @param path behind the address, such as {@code /v1}; may be empty
   */
  public record Endpoint(String variable, String path) {}

  /**
   * A fixed answer.
   *
   * @param host as the request names it; a leading {@code *.} stands for any name below
   * @param path without the query; a trailing {@code *} stands for whatever follows
   */
  public record Answer(
      String host, String method, String path, int status, String contentType, String body) {
    /** Whether this answers such a request. */
    public boolean isFor(String askedHost, String askedMethod, String askedPath) {
      boolean sameHost =
          host.startsWith("*.")
              ? askedHost.endsWith(host.substring(1))
              : askedHost.equalsIgnoreCase(host);
      boolean samePath =
          path.endsWith("*")
              ? askedPath.startsWith(path.substring(0, path.length() - 1))
              : askedPath.equals(path);
      return sameHost && samePath && (method.equals("*") || askedMethod.equalsIgnoreCase(method));
    }
  }
}
