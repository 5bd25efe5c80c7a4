package dev.candor.specimens;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Chunk;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A tiny AI tool: {@code node cli.js -p hi} builds a prompt, posts it as an Anthropic Messages
 * request to {@code ANTHROPIC_BASE_URL} and prints the answer. {@code --print-prompt}, {@code
 * --print-request}, {@code --print-tables} and {@code --about} print and end.
 */
final class Program {
  /** The client needs its endpoint, its tool the names in the work folder. */
  private static final List<String> READS = List.of("endpoint", "workdir");

  private final Js js;
  private final List<Chunk> chunks = new ArrayList<>();

  Program(Js js) {
    this.js = js;
  }

  /** Adds all that was declared since the last chunk, as one file. */
  Program chunk(String name) {
    Chunk chunk = js.drain(name);
    if (!chunk.code().isBlank()) {
      chunks.add(chunk);
    }
    return this;
  }

  /** The factors that every program reads, and further ones. */
  static List<String> reads(List<String> further) {
    return Stream.concat(READS.stream(), further.stream()).toList();
  }

  /** Changes a slot's expression where it stands; may declare functions before it. */
  interface Delivery {
    String deliver(Slot slot, String expression);
  }

  Program client(Slots slots) {
    return client(slots, (slot, expression) -> expression);
  }

  Program client(Slots given, Delivery delivery) {
    js.function(
        "isoDay",
        "now",
        """
        const @pad = (@number) => String(@number).padStart(2, "0");
        return [@now.getFullYear(), @pad(@now.getMonth() + 1), @pad(@now.getDate())].join("-");\
        """);
    js.function("dateLine", "now", "return @0;", delivery.deliver(Slot.DATE, given.get(Slot.DATE)));
    js.function(
        "systemPrompt",
        "now",
        "return [@0, @dateLine(@now), @1].join(\"\\n\");",
        delivery.deliver(Slot.PERSONA, given.get(Slot.PERSONA)),
        delivery.deliver(Slot.CLOSING, given.get(Slot.CLOSING)));
    chunk("prompt");
    js.declare("const @apiKey = @0 || \"none\";", js.env("ANTHROPIC_API_KEY"));
    js.declare(
        """
        const @tools = [{ name: "list_files", description: "Names of the files in the work folder.", \
        input_schema: { type: "object", properties: {} } }];\
        """);
    js.function(
        "headersOf", "", "return @0;", delivery.deliver(Slot.HEADERS, given.get(Slot.HEADERS)));
    js.function(
        "bodyOf",
        "systemText, messages",
        "return @0;",
        delivery.deliver(Slot.BODY, given.get(Slot.BODY)));
    js.function(
        "resultOf", "listing", "return @0;", delivery.deliver(Slot.RESULT, given.get(Slot.RESULT)));
    js.declare(SEND, js.builtin("http"), js.builtin("https"));
    js.declare(CONVERSE, js.builtin("fs"));
    return chunk("client");
  }

  /**
   * @param tables an expression for each hidden table
   * @param about an expression of something to tell about the program
   */
  SortedMap<String, byte[]> files(String name, List<String> tables, String about) {
    js.declare(MAIN, String.join(", ", tables), about, js.starts().replace("\n", "\n  "));
    chunk("main");
    SortedMap<String, byte[]> files = new Layout(js).files(chunks);
    files.put("package.json", manifest(name).getBytes(UTF_8));
    return files;
  }

  SortedMap<String, byte[]> files(
      String name, List<String> tables, String about, Map<String, byte[]> further) {
    SortedMap<String, byte[]> files = files(name, tables, about);
    files.putAll(further);
    return files;
  }

  private static String manifest(String name) {
    return """
    {
      "name": "specimen-%s",
      "version": "1.0.0",
      "description": "A tiny command line assistant.",
      "license": "Apache-2.0",
      "bin": { "pocket-agent": "cli.js" },
      "engines": { "node": ">=18" }
    }
    """
        .formatted(name);
  }

  private static final String SEND =
      """
      function @send(@body) {
        const @base = process.env.ANTHROPIC_BASE_URL || "http://127.0.0.1:8080";
        const @address = new URL(@base.replace(/\\/+$/, "") + "/v1/messages");
        const @wire = @address.protocol === "https:" ? @1 : @0;
        const @headers = @headersOf();
        @headers["content-length"] = Buffer.byteLength(@body);
        return new Promise((@resolve, @reject) => {
          const @call = @wire.request(@address, { method: "POST", headers: @headers }, (@answer) => {
            const @parts = [];
            @answer.on("data", (@part) => @parts.push(@part));
            @answer.on("error", @reject);
            @answer.on("end", () => {
              const @reply = Buffer.concat(@parts).toString();
              if (@answer.statusCode !== 200) {
                @reject(new Error("status " + @answer.statusCode + ": " + @reply.slice(0, 200)));
                return;
              }
              try {
                @resolve(JSON.parse(@reply));
              } catch (@problem) {
                @reject(new Error("the answer is not JSON: " + @reply.slice(0, 200)));
              }
            });
          });
          @call.on("error", @reject);
          @call.end(@body);
        });
      }\
      """;

  private static final String CONVERSE =
      """
      async function @converse(@systemText, @question) {
        const @messages = [{ role: "user", content: @question }];
        for (let @turn = 0; @turn < 4; @turn++) {
          const @reply = await @send(@bodyOf(@systemText, @messages));
          const @content = Array.isArray(@reply.content) ? @reply.content : [];
          const @uses = @content.filter((@part) => @part.type === "tool_use");
          if (@uses.length === 0) {
            return @content.map((@part) => @part.text || "").join("");
          }
          const @listing = @0.readdirSync(process.cwd()).slice(0, 20).join("\\n");
          @messages.push({ role: "assistant", content: @content });
          @messages.push({ role: "user", content: @uses.map((@part) => (\
      { type: "tool_result", tool_use_id: @part.id, content: @resultOf(@listing) })) });
        }
        return "";
      }\
      """;

  private static final String MAIN =
      """
      async function @main(@argv) {
        const @print = (@line) => console.log(@line);
        if (@argv.includes("--print-tables")) return @print(JSON.stringify([@0]));
        if (@argv.includes("--about")) return @print(String(@1));
        const @flag = @argv.indexOf("-p");
        const @question = @flag >= 0 && @flag + 1 < @argv.length ? @argv[@flag + 1] : "hi";
        @2const @text = @systemPrompt(new Date());
        if (@argv.includes("--print-prompt")) return @print(@text);
        if (@argv.includes("--print-request")) {
          const @messages = [{ role: "user", content: @question }];
          return @print(JSON.stringify({ headers: Object.entries(@headersOf()), \
      body: @bodyOf(@text, @messages), result: @resultOf("a.txt") }));
        }
        try {
          @print(await @converse(@text, @question));
        } catch (@problem) {
          console.error("pocket-agent: no answer from ANTHROPIC_BASE_URL: " + (@problem.message || @problem.code));
          process.exitCode = 1;
        }
      }\
      """;
}
