package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.fleet.collect.Delivery;
import dev.candor.fleet.collect.Sender;
import dev.candor.fleet.collect.Spool;
import dev.candor.fleet.inventory.Fleet;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryJson;
import dev.candor.text.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options by which inventories are sent to a service that collects them. */
final class PostArguments {
  private static final String POST = "--post";
  private static final String TOKEN_FILE = "--token-file";
  private static final String SPOOL = "--spool";
  private static final String AUTHORITIES = "--authorities";
  private static final int LONGEST_TOKEN = 1_000;

  /** What a header may carry of it (RFC 6750). */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private PostArguments() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                POST, String.class, "URL", "Send it to the service there, https://HOST/, and end.")
            .build());
    spec.addOption(
        Options.value(
                TOKEN_FILE, Path.class, "FILE", "With --post: the token to send, alone in a file.")
            .build());
    spec.addOption(
        Options.value(
                SPOOL,
                Path.class,
                "FOLDER",
                "With --post: keep there what cannot be sent now, and send what was kept before.")
            .build());
    spec.addOption(
        Options.value(
                AUTHORITIES,
                Path.class,
                "FILE",
                "With --post: trust the authorities in FILE (PEM) and no others.")
            .build());
  }

  /** Whether anything is to be sent. */
  static boolean given(ParseResult arguments) {
    if (!arguments.hasMatchedOption(POST)) {
      for (String option : List.of(TOKEN_FILE, SPOOL, AUTHORITIES)) {
        if (arguments.hasMatchedOption(option)) {
          throw new ParameterException(
              arguments.commandSpec().commandLine(), option + " means nothing without " + POST);
        }
      }
      return false;
    }
    return true;
  }

  /** Checks what can be known before the work. */
  static Sender sender(ParseResult arguments) {
    String address = Options.text(arguments, POST).orElseThrow();
    Path file =
        Options.path(arguments, TOKEN_FILE)
            .orElseThrow(() ->
                new ParameterException(
                    arguments.commandSpec().commandLine(),
                    POST + " needs " + TOKEN_FILE + " with the token that the service gave"));
    return new Sender(
        address,
        token(file),
        Options.path(arguments, AUTHORITIES),
        time -> {
          // Nobody counts it down; an interrupt ends it.
          new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        });
  }

  private static String token(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(LONGEST_TOKEN + 1), StandardCharsets.UTF_8).strip();
      if (text.length() > LONGEST_TOKEN || !TOKEN.matcher(text).matches()) {
        throw new InputException(
            "%s holds no token, which is one line of letters, digits and _-."
                .formatted(Visible.of(file.toString())));
      }
      return text;
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read (%s); it holds the token that the service gave."
              .formatted(Visible.of(file.toString()), e.getClass().getSimpleName()),
          e);
    }
  }

  /**
   * Sends all, and says what became of them.
   *
   * @return the exit status
   */
  static int send(ParseResult arguments, Console console, Sender sender, Fleet fleet) {
    Optional<Spool> spool = Options.path(arguments, SPOOL).map(Spool::in);
    AtomicInteger status = new AtomicInteger(ExitStatus.NOTHING_COVERT);
    fleet.each(one -> {
      Delivery delivery = delivery(sender, spool, one);
      delivery
          .why()
          .ifPresent(why -> console.messages().println("candor: " + words(delivery, why)));
      status.set(worse(status.get(), ExitStatus.of(delivery.outcome())));
    });
    return status.get();
  }

  private static Delivery delivery(Sender sender, Optional<Spool> spool, Inventory one) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InventoryJson.writeLine(one, out);
    try {
      return spool.isPresent()
          ? Delivery.of(sender, spool.get(), out.toByteArray(), one.taken())
          : Delivery.of(sender, out.toByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("Sending was interrupted. The same command sends it again.", e);
    }
  }

  private static String words(Delivery delivery, String why) {
    return switch (delivery.outcome()) {
      case SENT -> "Sent, but earlier: %s.".formatted(why);
      case WAITING -> "%d kept to be sent next time: %s.".formatted(delivery.waiting(), why);
      case LOST -> "Not sent: %s.".formatted(why);
    };
  }

  /** 2 says more than 3, and that more than 0. */
  private static int worse(int one, int other) {
    return one == ExitStatus.NOT_DONE || other == ExitStatus.NOT_DONE
        ? ExitStatus.NOT_DONE
        : Math.max(one, other);
  }
}
