package dev.candor.audit.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.audit.Engine;
import dev.candor.audit.Reports;
import dev.candor.core.Digest;
import dev.candor.core.Subject;
import dev.candor.lab.emulator.Failure;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.install.Installation;
import dev.candor.lab.names.Lookup;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.room.RoomResult.End;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import dev.candor.wire.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recorded runs for tests. */
public final class Runs {
  private static final Subject TOOL =
      new Subject("pkg:npm/tool@1.0.0", Optional.of(new Digest("sha512", "0a1b")));

  private Runs() {}

  /** One that sent nothing and has a reason for it. */
  public static RecordedRun silent() {
    return run(
        "tool",
        new TrialResult(
            room(End.EXITED, 0, "", ""), List.of(), 0, List.of(), List.of(), new Unanswered(0, 0)),
        List.of(),
        List.of(),
        List.of(),
        List.of("It sent nothing."));
  }

  /** One of each thing that a run can hold, with that text wherever a tool's text can stand. */
  public static RecordedRun withStrings(String text) {
    Exchange exchange = exchange(1, "host-" + text, "/path-" + text, text, "empty");
    return run(
        "tool-" + text,
        new TrialResult(
            room(End.EXITED, 0, "out " + text, "err " + text),
            List.of(exchange, exchange(2, "host-" + text, "/path-" + text, text, "gemini")),
            0,
            List.of(new Failure(exchange.connection(), Instant.EPOCH, "what " + text)),
            List.of(new Lookup("name-" + text, "TXT", Instant.EPOCH, 3)),
            new Unanswered(1, 2)),
        List.of(
            new Receipt.Entry(
                new Fact("hostname", "value-" + text),
                "host-" + text,
                "POST /path-" + text,
                "header X-" + text,
                "plain",
                2)),
        List.of(new Unreadable("host-" + text, "POST /blob-" + text, "binary data", 1, 999)),
        List.of(new ModelText(2, "/messages/0/" + text, "reads " + text)),
        List.of("reason " + text));
  }

  /** Requests to one host with these receipts. */
  public static RecordedRun telling(List<Exchange> exchanges, List<Receipt.Entry> entries) {
    return run(
        "tool",
        new TrialResult(
            room(End.EXITED, 0, "", ""), exchanges, 0, List.of(), List.of(), new Unanswered(0, 0)),
        entries,
        List.of(),
        List.of(),
        List.of());
  }

  /** A run in which a model reads that. */
  public static RecordedRun reading(List<ModelText> texts) {
    return run("tool", silent().result(), List.of(), List.of(), texts, List.of());
  }

  public static RoomResult room(End end, int exit, String output, String errors) {
    return new RoomResult(
        end,
        exit,
        output.getBytes(UTF_8),
        errors.getBytes(UTF_8),
        Duration.ofMillis(2_345),
        100 << 20,
        7);
  }

  public static Exchange exchange(
      int number, String host, String target, String body, String answered) {
    return new Exchange(
        number,
        new Connection(
            number,
            "10.0.0.1:4000",
            "10.0.0.2:443",
            Optional.of(new Connection.Tls(Optional.of(host), "TLSv1.3", List.of("h2"))),
            Optional.of(host + ":443"),
            Optional.of(new Connection.Caller(12, "node " + body))),
        new Request(
            "POST",
            "https",
            host,
            target,
            Protocol.HTTP_2,
            List.of(new Header("X-" + body, body)),
            Body.of(body.getBytes(UTF_8))),
        Optional.of(new Response(200, List.of(), Body.NONE)),
        new Timing(Instant.EPOCH, Duration.ZERO, Duration.ZERO, Duration.ZERO),
        answered);
  }

  private static RecordedRun run(
      String tool,
      TrialResult result,
      List<Receipt.Entry> entries,
      List<Unreadable> unreadable,
      List<ModelText> texts,
      List<String> reasons) {
    return new RecordedRun(
        tool,
        new Installation(
            TOOL,
            List.of(),
            List.of(),
            Map.of(),
            Optional.of(new Installation.Interpreter("node", "24.21.0", TOOL, "/opt/node")),
            List.of(new Installation.Installed("node_modules/" + tool, TOOL, true)),
            List.of()),
        List.of(tool, "-p", "hi"),
        new Environment(new TreeMap<>(Map.of("username", tool))),
        result,
        new Receipt(entries),
        unreadable,
        texts,
        reasons,
        List.of("not seen by " + tool),
        List.of("noted of " + tool),
        new Engine("1.0", "25"),
        Reports.NOON);
  }
}
