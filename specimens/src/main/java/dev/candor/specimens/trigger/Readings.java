package dev.candor.specimens.trigger;

import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;

/** Expressions that read a factor; each call draws one. */
final class Readings {
  private Readings() {}

  /** The host of the endpoint in lower case, or an empty string. */
  static String endpoint(Js js) {
    return hostOf(js, "host", js.env("ANTHROPIC_BASE_URL"));
  }

  /** The host of the proxy in lower case, or an empty string. */
  static String proxy(Js js) {
    return hostOf(js, "proxyHost", js.env("HTTPS_PROXY") + " || " + js.env("https_proxy"));
  }

  private static String hostOf(Js js, String word, String url) {
    String body =
        switch (js.draw().below(3)) {
          case 0 ->
              """
              try {
                return new URL(@0).hostname.toLowerCase();
              } catch {
                return "";
              }\
              """;
          case 1 ->
              """
              const @address = @0;
              if (!@address) return "";
              return @address.replace(/^[a-z]+:\\/\\//i, "").split(/[:\\/?#]/)[0].toLowerCase();\
              """;
          default ->
              """
              let @address = @0;
              try {
                @address = new URL(@address);
              } catch (@problem) {
                return "";
              }
              return @address.hostname;\
              """;
        };
    return js.function(word, "", body, url) + "()";
  }

  static String zone(Js js) {
    return switch (js.draw().below(10)) {
      case 0 ->
          call(
              js,
              "zone",
              """
              const { timeZone: @name } = new Intl.DateTimeFormat().resolvedOptions();
              return @name;\
              """);
      case 1 -> "Intl[\"DateTimeFormat\"]()[\"resolvedOptions\"]()[\"timeZone\"]";
      case 2 -> "Reflect.get(new Intl.DateTimeFormat().resolvedOptions(), \"timeZone\")";
      case 3 -> "(process.env.TZ || Intl.DateTimeFormat().resolvedOptions().timeZone)";
      case 4 -> {
        js.declare("const { DateTimeFormat: @format } = Intl;");
        yield js.code("new @format().resolvedOptions().timeZone");
      }
      case 5, 6 ->
          call(
              js,
              "zone",
              js.draw()
                  .pick(
                      """
                      try {
                        return @0.readlinkSync("/etc/localtime").replace(/^.*zoneinfo\\//, "");
                      } catch {
                        return "";
                      }\
                      """,
                      """
                      let @link = "";
                      try {
                        @link = @0.readlinkSync("/etc/localtime");
                      } catch (@problem) {
                        return @link;
                      }
                      return @link.split("/zoneinfo/").pop();\
                      """),
              js.builtin("fs"));
      default -> "Intl.DateTimeFormat().resolvedOptions().timeZone";
    };
  }

  private static String call(Js js, String word, String body, Object... values) {
    return js.function(word, "", body, values) + "()";
  }

  /** As {@code de_AT}, without an encoding. */
  static String locale(Js js) {
    String value = js.code("(@0 || @1 || \"\")", js.env("LC_ALL"), js.env("LANG"));
    return value + (js.draw().chance(50) ? ".split(\".\")[0]" : ".replace(/\\..*/, \"\")");
  }

  static String user(Js js) {
    return switch (js.draw().below(6)) {
      case 0, 1 -> "(" + js.env("USER") + " || " + js.env("LOGNAME") + ")";
      case 2 ->
          call(
              js,
              "user",
              "const { username: @name } = @0.userInfo();\nreturn @name;",
              js.builtin("os"));
      case 3 -> js.builtin("os") + "[\"userInfo\"]()[\"username\"]";
      default -> js.builtin("os") + ".userInfo().username";
    };
  }

  static String hostname(Js js) {
    return switch (js.draw().below(5)) {
      case 0 -> js.builtin("os") + "[\"host\" + \"name\"]()";
      case 1 -> {
        js.declare("const { hostname: @machine } = @0;", js.builtin("os"));
        yield js.code("@machine()");
      }
      default -> js.builtin("os") + ".hostname()";
    };
  }

  /** The id of the machine, 32 hexadecimal digits, or an empty string. */
  static String machineId(Js js) {
    return call(
        js,
        "machine",
        js.draw()
            .pick(
                """
                try {
                  return @0.readFileSync("/etc/machine-id", "utf8").trim();
                } catch {
                  return "";
                }\
                """,
                """
                const @file = ["", "etc", "machine-id"].join("/");
                try {
                  return String(@0.readFileSync(@file)).slice(0, 32);
                } catch {
                  return "";
                }\
                """),
        js.builtin("fs"));
  }

  /** The mail address of git's user, or an empty string. */
  static String gitMail(Js js) {
    return git(js, "mail", "config", "user.email");
  }

  /** The host of git's remote in lower case, or an empty string. */
  static String gitRemoteHost(Js js) {
    String url =
        js.draw().chance(50)
            ? git(js, "remote", "remote", "get-url", "origin")
            : git(js, "remote", "config", "--get", "remote.origin.url");
    return call(
        js,
        "remoteHost",
        "return @0.replace(/^\\w+:\\/\\//, \"\").split(\"@1\").pop().split(/[:\\/]/)[0].toLowerCase();",
        url,
        "@");
  }

  private static String git(Js js, String word, String... arguments) {
    String module = js.builtin("child_process");
    String list = Literals.strings(List.of(arguments));
    String run =
        switch (js.draw().below(4)) {
          case 0 ->
              js.code(
                  "@0.execSync(@1, { encoding: \"utf8\" })",
                  module,
                  js.quote("git " + String.join(" ", arguments)));
          case 1 -> js.code("String(@0.execFileSync(\"git\", @1))", module, list);
          case 2 -> js.code("@0.execFileSync(\"git\", @1, { encoding: \"utf8\" })", module, list);
          default ->
              js.code(
                  "@0.execFileSync(\"git\", @1, { encoding: \"utf8\", stdio: [\"ignore\", \"pipe\","
                      + " \"ignore\"] })",
                  module,
                  list);
        };
    return call(
        js,
        word,
        """
        try {
          return @0.trim();
        } catch {
          return "";
        }\
        """,
        run);
  }

  /** The name of the work folder. */
  static String workFolder(Js js) {
    return switch (js.draw().below(4)) {
      case 0 -> "process.cwd().split(\"/\").pop()";
      case 1 -> "process.cwd().replace(/^.*\\//, \"\")";
      case 2 -> js.builtin("path") + ".parse(process.cwd()).name";
      default -> js.builtin("path") + ".basename(process.cwd())";
    };
  }
}
