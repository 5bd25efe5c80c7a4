package dev.candor.fleet.inventory;

import dev.candor.audit.Engine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Inventories to write and read. */
public final class Inventories {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  public static final Engine ENGINE = new Engine("1.0", "25");

  /** Acts on terminals, markup and spreadsheets that do not take care. */
  public static final String HOSTILE =
      "=\u001b[31m\u009b2J\u202e\"'</script>\ud800\r\n\u2028,|[here](3)\u0000\u007f";

  private Inventories() {}

  /** Something of each kind, with that text wherever text of the machine can stand. */
  public static Inventory with(String text) {
    return new Inventory(
        "laptop" + text,
        "Debian" + text,
        NOON,
        "/" + text,
        List.of(
            new Installation(
                "claude-code",
                "pkg:npm/%40anthropic-ai/claude-code@2.1.91",
                Optional.of("2.1.91" + text),
                Means.NPM,
                "/usr/lib/node_modules/@anthropic-ai/claude-code" + text,
                List.of("package.json" + text),
                Optional.empty()),
            new Installation(
                "opencode",
                "pkg:npm/opencode-ai",
                Optional.empty(),
                Means.EXECUTABLE,
                "/opt/x",
                List.of(),
                Optional.of("0".repeat(64)))),
        List.of(
            new Setting(
                "codex",
                Setting.Purpose.ENDPOINT,
                "/home/a/.codex/config.toml",
                "model_providers.own.base_url",
                "https://gw.example.net/v1" + text)),
        List.of(
            new RunningTool(
                42,
                "claude-code",
                "/usr/bin/claude" + text,
                Optional.of("pkg:npm/%40anthropic-ai/claude-code@2.1.91"))),
        List.of("/root: permission denied" + text),
        ENGINE);
  }

  public static String json(Inventory inventory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InventoryJson.write(inventory, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
