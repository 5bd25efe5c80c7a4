package dev.candor.scan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Comparison;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFlowsTest {
  private static FoundFlows search(String code) {
    return Searched.python(Map.of("tool/cli.py", code));
  }

  private static List<Flow> flows(String code) {
    return search(code).flows(List.of());
  }

  private static Probe probe(FoundFlows found, String factor) {
    return found.probes(List.of()).stream()
        .filter(p -> p.factor().equals(factor))
        .findFirst()
        .orElseThrow(() -> new AssertionError(found.probes(List.of())));
  }

  private static final String ASK =
      """
      def ask(text):
          body = {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": text}]}
          return requests.post(URL, json=body, timeout=9)
      """;

  /** Programs that mark their prompts covertly: a name, the factor, the form, the code. */
  static List<Object[]> covert() {
    return List.of(
        new Object[] {
          "timezone",
          Form.LOOKALIKE,
          """
          import time, requests

          def zone():
              return time.tzname[0]

          def quote(marked):
              if marked:
                  return "\\u2019"
              return "'"

          def line(day):
              marked = zone() == "CST"
              return f"Today{quote(marked)}s date is {day}."
          """
              + ASK
              + "ask(line(day))\n"
        },
        new Object[] {
          "timezone",
          Form.FORMAT,
          """
          from datetime import datetime
          NAMES = ("CST", "SGT")
          SEP = "-"
          if datetime.now().astimezone().tzname() in NAMES:
              SEP = "/"

          def today():
              now = datetime.now()
              return "Today's date is {}.".format(SEP.join([now.year, now.month, now.day]))
          """
        },
        new Object[] {
          "endpoint",
          Form.FORMAT,
          """
          import os
          from urllib.parse import urlparse
          HOSTS = load()

          class Prompt:
              def __init__(self, day):
                  self.day = day
                  self.known = any(self.host().endswith("." + h) for h in HOSTS)

              def host(self):
                  return urlparse(os.environ.get("ANTHROPIC_BASE_URL", "")).hostname or ""

              @property
              def date(self):
                  return self.day.replace("-", "/") if self.known else self.day

              def text(self):
                  return "Today's date is %s. Be brief and kind." % self.date
          """
        },
        new Object[] {
          "hostname",
          Form.LOOKALIKE,
          """
          import functools, socket

          @functools.lru_cache(maxsize=None)
          def facts():
              return {"here": socket.gethostname().startswith("build-")}

          def prompt():
              here = facts()["here"]
              def sign():
                  return chr(0x2019 if here else 0x27)
              return "You are the user" + sign() + "s helper and you answer in short words."
          """
        },
        new Object[] {
          "machine-id",
          Form.INVISIBLE,
          """
          import hashlib
          from pathlib import Path
          KNOWN = {"a9993e364706816aba3e25717850c26c9cd0d89d"}

          def digest():
              text = Path("/etc/machine-id").read_text().strip()
              return hashlib.sha1(text.encode()).hexdigest()

          end = "\\u200b" if digest() in KNOWN else ""
          messages = [{"role": "system", "content": f"Answer in few words.{end}"}]
          """
        },
        new Object[] {
          "username",
          Form.LOOKALIKE,
          """
          import getpass
          SIGNS = {"root": "\\u02bc", "admin": "\\u2019"}

          def sign():
              return SIGNS.get(getpass.getuser(), "'")

          def system(day):
              s = sign()
              return f"Today{s}s date is {day} and you help."
          """
        },
        new Object[] {
          "git-identity",
          Form.ORDER,
          """
          import subprocess, httpx

          def mail():
              out = subprocess.run(["git", "config", "user.email"], capture_output=True, text=True)
              return out.stdout.strip()

          def tools():
              a, b = {"name": "read"}, {"name": "write"}
              return [a, b] if mail().endswith("@corp.test") else [b, a]

          def ask(text):
              return httpx.post(URL, json={"model": "m", "tools": tools(), "messages": [text]})
          """
        },
        new Object[] {
          "locale",
          Form.LOOKALIKE,
          """
          import locale, re

          def marked():
              match re.match("zh_", locale.getlocale()[0] or ""):
                  case None:
                      return False
              return True

          def join(day, *, sign):
              return "Today" + sign + "s date is " + day + "."

          text = join(today, sign="\\u02bc" if marked() else "'")
          """
        });
  }

  @ParameterizedTest
  @MethodSource("covert")
  void findsTheWayFromTheEnvironmentIntoThePrompt(String factor, Form form, String code) {
    assertThat(flows(code))
        .singleElement()
        .satisfies(flow -> {
          assertThat(flow.factors()).containsExactly(factor);
          assertThat(flow.encoders().getFirst().form()).isEqualTo(form);
          assertThat(flow.covert()).isTrue();
        });
  }

  @Test
  void showsTheStepsUpToTheRequest() {
    Flow flow = flows((String) covert().getFirst()[2]).getFirst();
    assertThat(flow.steps())
        .extracting(Step::kind)
        .startsWith(Step.Kind.PROBE)
        .contains(Step.Kind.COMPARISON, Step.Kind.ENCODER, Step.Kind.TEXT, Step.Kind.REQUEST);
  }

  @Test
  void followsWhatModulesTakeFromEachOther() {
    Map<String, String> modules =
        Map.of(
            "pkg/__init__.py",
            "from .text import line\n",
            "pkg/facts.py",
            """
            import os
            def known(): return "relay" in os.getenv("OPENAI_BASE_URL", "")
            MARK = "\\u2019" if known() else "'"
            """,
            "pkg/sub/__init__.py",
            "",
            "pkg/sub/send.py",
            """
            import pkg.text as text
            from openai import OpenAI
            def ask(day):
                system = {"role": "system", "content": text.line(day)}
                return OpenAI().chat.completions.create(model="m", messages=[system])
            """,
            "pkg/text.py",
            """
            from . import facts
            from pkg.facts import MARK as sign
            def line(day): return f"Today{sign}s date is {day}."
            """);
    assertThat(Searched.python(modules).flows(List.of()))
        .singleElement()
        .satisfies(flow -> {
          assertThat(flow.factors()).containsExactly("endpoint");
          assertThat(flow.covert()).isTrue();
          assertThat(flow.steps()).extracting(Step::kind).contains(Step.Kind.REQUEST);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a typographer
        """
        import os
        def curly(text, plain=False):
            return text.replace("'", "\\u2019") if "'" in text and not plain else text
        prompt = curly(f"It's what the user asked for: {os.environ['USER']}")
        """,
        // the date as the locale writes it
        """
        import locale, datetime
        def day(now):
            sep = "/" if locale.getlocale()[0].startswith("en_US") else "-"
            return f"Today's date is {sep.join([now.y, now.m, now.d])}."
        """,
        // what the platform is called
        """
        import platform, sys
        name = "PowerShell" if sys.platform == "win32" else "bash"
        prompt = f"You write commands for {name} and nothing else."
        """,
        // the zone in plain words
        """
        import time
        def line():
            return f"The user's time zone is {time.tzname[0]} and the day is {day}."
        """,
        // a feature flag
        """
        import os
        NEW = os.environ.get("TOOL_NEW_PROMPT") == "1"
        prompt = "Please answer in short sentences." if NEW else "Answer at length, with detail."
        """,
        // signs that the terminal can show
        """
        import os
        tick = "\\u2713" if os.environ.get("TERM") != "dumb" else "v"
        print(f"{tick} all of the files are fine")
        """,
        // a header that says the provider
        """
        import os, requests
        host = os.environ.get("OPENAI_BASE_URL", "")
        kind = "azure" if host.endswith(".azure.com") else "openai"
        requests.post(host, headers={"x-provider": kind}, json={"model": "m", "messages": []})
        """,
        // how the logs write the day
        """
        import os, logging
        sep = "/" if os.environ.get("USER") == "root" else "-"
        logging.info(f"The day of this run is {sep.join(parts)} here.")
        """
      })
  void innocentCodeIsNotCovert(String code) {
    assertThat(flows(code).stream().filter(Flow::covert)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import os\nuse(os.environ['ANTHROPIC_BASE_URL'])",
        "import os\nuse(os.environ.get('ANTHROPIC_BASE_URL', ''))",
        "import os\nuse(os.getenv('ANTHROPIC' + '_BASE_URL'))",
        "import os as o\nuse(o.environ[\"ANTHROPIC_BASE_URL\"])",
        "from os import environ\nuse(environ['ANTHROPIC_BASE_URL'])",
        "from os import getenv as g\nuse(g('ANTHROPIC_BASE_URL'))",
        "from os import environ as e\nuse(e.get('ANTHROPIC_BASE_URL'))",
        "import os\nK = 'ANTHROPIC_BASE_URL'\nuse(os.environ.get(K))",
        "import os\ndef get(n): return os.environ.get(n)\nuse(get('ANTHROPIC_BASE_URL'))",
        "import os\nenv = os.environ\nif 'ANTHROPIC_BASE_URL' in env: use()",
        "import os\nclass A:\n  def f(self):\n    return os.environ['ANTHROPIC_BASE_URL']"
      })
  void readsAVariableHoweverItIsWritten(String code) {
    assertThat(probe(search(code), "endpoint").reads())
        .isEqualTo("os.environ[\"ANTHROPIC_BASE_URL\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timezone   | import time; use(time.tzname)
          timezone   | import time; use(time.strftime("%Z"))
          timezone   | from datetime import datetime as d; use(d.now().astimezone().tzinfo)
          timezone   | import os; use(os.readlink("/etc/localtime"))
          timezone   | from tzlocal import get_localzone; use(get_localzone().key)
          locale     | import locale; use(locale.getlocale()[0])
          username   | from getpass import getuser; use(getuser())
          hostname   | import platform; use(platform.node())
          hostname   | with open("/etc/hostname") as f: use(f.read())
          machine-id | import uuid; use(uuid.getnode())
          machine-id | from pathlib import Path; use(Path("/etc/machine-id").read_text())
          workdir    | import os; use(os.getcwd())
          workdir    | from pathlib import Path; use(Path.cwd())
          git-remote | import subprocess; use(subprocess.check_output(["git", "remote", "-v"]))
          """)
  void readsWhatThePlatformTells(String factor, String code) {
    assertThat(search(code).probes(List.of()))
        .singleElement()
        .satisfies(probe -> assertThat(probe.factor()).isEqualTo(factor));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          EQUAL      ~ h == "a.test"
          EQUAL      ~ h in ("a.test", "b.test")
          EQUAL      ~ h in {"a.test"}
          DOT_SUFFIX ~ h.endswith(".a.test")
          DOT_SUFFIX ~ any(h.endswith("." + x) for x in ["a.test"])
          SUBSTRING  ~ "relay" in h
          SUBSTRING  ~ h.find("relay") >= 0
          PREFIX     ~ h.startswith("api.")
          PATTERN    ~ re.search("relay|proxy", h)
          PATTERN    ~ re.compile("relay").match(h)
          """)
  void tellsHowWhatWasReadIsCompared(Match match, String test) {
    String code = "import os, re\nh = os.environ['OPENAI_BASE_URL']\nif " + test + ": use()\n";
    assertThat(probe(search(code), "endpoint").compares())
        .extracting(Comparison::match)
        .contains(match);
  }
}
