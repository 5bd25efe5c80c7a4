package dev.candor.lab.names;

import dev.candor.lab.names.PublicNames.Standing;
import dev.candor.lab.names.Query.Malformed;
import dev.candor.lab.names.Query.Noise;
import dev.candor.lab.names.Query.Question;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers the packets of one trial, over whatever they came, as a resolver would that knows the
 * world: each name that can exist has an address, and no other records. Safe for use by many
 * threads.
 */
public final class Resolver {
  private static final int INTERNET = 1;
  private static final int ANY_CLASS = 255;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final byte[] LOOPBACK6 = new byte[16];

  static {
    LOOPBACK6[15] = 1;
  }

  private final Names names;
  private final Lookups lookups;

  /**
   * @param lookups gets what is asked
   */
  public Resolver(Names names, Lookups lookups) {
    this.names = names;
    this.lookups = lookups;
  }

  /**
   * The answer, of at most 512 bytes; empty where none is due.
   *
   * @param packet not to be changed
   */
  public Optional<byte[]> answer(byte[] packet) {
    return switch (Query.read(packet)) {
      case Noise() -> {
        lookups.add(packet);
        yield Optional.empty();
      }
      case Malformed(int id, int flags) -> {
        lookups.add(packet);
        int code = (flags & Query.OPCODE) == 0 ? Reply.FORMAT_ERROR : Reply.NOT_IMPLEMENTED;
        yield Optional.of(Reply.error(id, flags, code));
      }
      case Question question -> {
        record(question);
        if (!question.bare()) {
          lookups.add(packet);
        }
        yield Optional.of(answer(question));
      }
    };
  }

  private void record(Question question) {
    String type = RecordType.name(question.type());
    int dnsClass = question.dnsClass();
    lookups.add(
        question.name(), dnsClass == INTERNET ? type : type + " CLASS" + dnsClass, Instant.now());
  }

  private byte[] answer(Question question) {
    if ((question.flags() & Query.OPCODE) != 0) {
      return Reply.error(question, Reply.NOT_IMPLEMENTED);
    }
    boolean internet = question.dnsClass() == INTERNET || question.dnsClass() == ANY_CLASS;
    if (!internet || question.type() == RecordType.AXFR || question.type() == RecordType.IXFR) {
      return Reply.error(question, Reply.REFUSED);
    }
    String name = question.name();
    if (isLocalhost(name)) {
      return addressOrNothing(question, LOOPBACK, LOOPBACK6);
    }
    Optional<String> pointed = Reverse.address(name).flatMap(this::name);
    if (pointed.isPresent()) {
      return question.type() == RecordType.PTR || question.type() == RecordType.ANY
          ? Reply.pointer(question, pointed.get())
          : Reply.nothing(question, true);
    }
    Standing standing = names.lookUp(name);
    return standing == Standing.HOST
        ? addressOrNothing(
            question, names.address(name).getAddress(), names.address6(name).getAddress())
        : Reply.nothing(question, standing == Standing.WITHOUT_ADDRESS);
  }

  private static byte[] addressOrNothing(Question question, byte[] ipv4, byte[] ipv6) {
    return switch (question.type()) {
      case RecordType.A, RecordType.ANY -> Reply.address(question, ipv4); // RFC 8482, 4.1
      case RecordType.AAAA -> Reply.address(question, ipv6);
      default -> Reply.nothing(question, true);
    };
  }

  private Optional<String> name(InetAddress address) {
    return address.isLoopbackAddress() ? Optional.of("localhost") : names.name(address);
  }

  /** RFC 6761, 6.3: also what is below it. */
  private static boolean isLocalhost(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("localhost") || lower.endsWith(".localhost");
  }
}
