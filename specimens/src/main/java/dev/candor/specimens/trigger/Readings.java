package dev.candor.specimens.trigger;

import dev.candor.specimens.js.Js;

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
    return js.draw().chance(60)
        ? "Intl.DateTimeFormat().resolvedOptions().timeZone"
        : js.function(
                "zone",
                "",
                """
                const { timeZone: @name } = new Intl.DateTimeFormat().resolvedOptions();
                return @name;\
                """)
            + "()";
  }

  /** As {@code de_AT}, without an encoding. */
  static String locale(Js js) {
    String value = js.code("(@0 || @1 || \"\")", js.env("LC_ALL"), js.env("LANG"));
    return value + (js.draw().chance(50) ? ".split(\".\")[0]" : ".replace(/\\..*/, \"\")");
  }

  static String user(Js js) {
    return js.draw().chance(60)
        ? js.builtin("os") + ".userInfo().username"
        : "(" + js.env("USER") + " || " + js.env("LOGNAME") + ")";
  }

  static String hostname(Js js) {
    return js.builtin("os") + ".hostname()";
  }

  /** The mail address of git's user, or an empty string. */
  static String gitMail(Js js) {
    return js.function(
            "mail",
            "",
            """
            try {
              return @0.execFileSync("git", ["config", "user.email"], { encoding: "utf8" }).trim();
            } catch {
              return "";
            }\
            """,
            js.builtin("child_process"))
        + "()";
  }
}
