package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.fleet.collect.Token;
import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Makes a token with which machines send inventories, or people read them. */
record InventoryTokenCommand(Console console) implements Command {
  private static final String TOKENS = "--tokens";
  private static final String NAME = "--name";
  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  @Override
  public String name() {
    return "token";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Makes a token for candor inventory serve and prints it, once. The file gets a line with its"
          + " digest, by which nobody finds the token; without that line the token is worth"
          + " nothing."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.argument(spec, 0, String.class, "PURPOSE", "send, for machines, or read, for people.");
    spec.addOption(
        Options.value(TOKENS, Path.class, "FILE", "The service's file; made if need be.")
            .required(true)
            .build());
    spec.addOption(
        Options.value(NAME, String.class, "NAME", "Whose it is; default: the purpose.").build());
  }

  @Override
  public int run(ParseResult arguments) {
    String word = arguments.matchedPositionalValue(0, "");
    Token.Purpose purpose =
        Token.Purpose.named(word)
            .orElseThrow(() ->
                new InputException(
                    "A token is to send or to read, not to %s.".formatted(Visible.of(word, 40))));
    String name = Options.text(arguments, NAME).orElse(purpose.word());
    if (!NAMES.matcher(name).matches()) {
      throw new InputException(
          "%s takes up to 100 letters, digits, dots, dashes and underscores.".formatted(NAME));
    }
    Token token = Token.create(purpose);
    append(Options.path(arguments, TOKENS).orElseThrow(), token.line(name) + "\n");
    console.results().println(token.secret());
    return ExitStatus.NOTHING_COVERT;
  }

  private static void append(Path file, String line) {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new InputException(
          "cannot write %s: %s. Name another place."
              .formatted(Visible.of(file.toString()), Failures.describe(e)),
          e);
    }
  }
}
