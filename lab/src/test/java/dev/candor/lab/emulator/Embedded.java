package dev.candor.lab.emulator;

import dev.candor.wire.tls.Authority;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** What a connection is listened to with, without a network. */
final class Embedded {
  private static final Encryption ENCRYPTION = new Encryption(Authority.create());

  private Embedded() {}

  static Recording listen(EmbeddedChannel channel, Recording recording) {
    Service service =
        new Service(
            new Answers(List.of(), List.of(new Counting())),
            recording,
            ENCRYPTION,
            new Semaphore(1));
    Line.open(1, channel, CompletableFuture.completedFuture(Optional.empty()), service);
    return recording;
  }
}
