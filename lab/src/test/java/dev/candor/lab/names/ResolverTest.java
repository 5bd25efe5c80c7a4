package dev.candor.lab.names;

import static dev.candor.lab.names.Packets.EXAMPLE_COM;
import static dev.candor.lab.names.Packets.HEADER;
import static dev.candor.lab.names.Packets.HEADER_AND_ONE;
import static dev.candor.lab.names.Packets.ONLY_INTERNET;
import static dev.candor.lab.names.Packets.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryEncoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseDecoder;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsPtrRecord;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsSection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 53);

  private final Names names = new Names();
  private final Lookups lookups = new Lookups();
  private final Resolver resolver = new Resolver(names, lookups);

  @Test
  void anAddressIsAnsweredAsTheStandardWritesIt() {
    byte[] answer = resolver.answer(hex(HEADER, EXAMPLE_COM, "0001 0001")).orElseThrow();

    assertThat(hex(answer))
        .isEqualTo(
            hex(
                hex(
                    "1234 8180 0001 0001 0000 0000",
                    EXAMPLE_COM,
                    "0001 0001",
                    "c00c 0001 0001 0000012c 0004",
                    hex(names.address("example.com").getAddress()))));
  }

  @Test
  void theQuestionComesBackInItsOwnCaseAndIsWrittenDownInIt() {
    String name = "07 4578416d506c45 03 434f4d 00";
    byte[] answer = resolver.answer(hex(HEADER, name, "0041 0001")).orElseThrow();

    assertThat(hex(answer)).contains(hex(hex(name)));
    assertThat(lookups.all())
        .singleElement()
        .satisfies(l -> {
          assertThat(l.name()).isEqualTo("ExAmPlE.COM");
          assertThat(l.type()).isEqualTo("HTTPS");
          assertThat(l.times()).isEqualTo(1);
        });
    assertThat(lookups.packets()).isEmpty();
  }

  @Test
  void whatIsAskedAgainIsCounted() {
    for (int i = 0; i < 3; i++) {
      resolver.answer(hex(HEADER, EXAMPLE_COM, "001c 0001"));
    }
    assertThat(lookups.all()).singleElement().extracting(Lookup::times).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, A, 0, 1",
    "example.com, AAAA, 0, 1",
    "example.com, ANY, 0, 1",
    "example.com, MX, 0, 0",
    "example.com, TXT, 0, 0",
    "_http._tcp.example.com, SRV, 0, 0",
    "com, NS, 0, 0",
    "x.lan, A, 3, 0",
    "x.lan, TXT, 3, 0",
    "localhost, A, 0, 1",
    "a.localhost, AAAA, 0, 1",
    "localhost, TXT, 0, 0",
    "1.0.0.127.in-addr.arpa, PTR, 0, 1",
    "9.9.9.9.in-addr.arpa, PTR, 3, 0",
    "9.9.9.in-addr.arpa, PTR, 3, 0",
    "example.com, AXFR, 5, 0",
  })
  void aNameHasAddressesAndNothingElse(String name, String type, int code, int answers) {
    DatagramDnsResponse response = ask(name, DnsRecordType.valueOf(type)).orElseThrow();

    assertThat(response.code().intValue()).isEqualTo(code);
    assertThat(response.count(DnsSection.ANSWER)).isEqualTo(answers);
    // RFC 2308: what is not there is told together with how long that holds.
    boolean negative = answers == 0 && code != 5;
    assertThat(response.count(DnsSection.AUTHORITY)).isEqualTo(negative ? 1 : 0);
  }

  @Test
  void anAddressAnswersWithItsName() {
    byte[] v4 = names.address("api.example.com").getAddress();
    String pointer =
        "%d.%d.%d.%d.in-addr.arpa".formatted(v4[3] & 255, v4[2] & 255, v4[1] & 255, v4[0]);
    assertThat(pointed(pointer)).isEqualTo("api.example.com.");

    StringBuilder nibbles = new StringBuilder("ip6.arpa");
    for (byte b : names.address6("api.example.com").getAddress()) {
      nibbles.insert(0, "%x.%x.".formatted(b & 15, b >> 4 & 15));
    }
    assertThat(pointed(nibbles.toString())).isEqualTo("api.example.com.");
  }

  private String pointed(String name) {
    DatagramDnsResponse response = ask(name, DnsRecordType.PTR).orElseThrow();
    return ((DnsPtrRecord) response.<DnsRecord>recordAt(DnsSection.ANSWER)).hostname();
  }

  @Test
  void whatThePlanNamesExistsAndWhatItDeniesDoesNot() {
    names.address("gateway.corp.example.test");
    names.deny("telemetry.example.com");

    assertThat(ask("Gateway.corp.example.test", DnsRecordType.A).orElseThrow().code().intValue())
        .isZero();
    assertThat(ask("telemetry.example.com", DnsRecordType.A).orElseThrow().code().intValue())
        .isEqualTo(3);
    assertThat(ask("eu.telemetry.example.com", DnsRecordType.A).orElseThrow().code().intValue())
        .isEqualTo(3);
    assertThat(ask("nottelemetry.example.com", DnsRecordType.A).orElseThrow().code().intValue())
        .isZero();
  }

  @Test
  void extensionsAreAnsweredAndTheirOptionsKept() {
    String plain = "00 0029 1000 00 00 8000 0000";
    assertThat(hex(resolver.answer(hex(HEADER_AND_ONE, EXAMPLE_COM, "0010 0001", plain)).get()))
        .startsWith("1234818000010000" + "00010001")
        .endsWith("000029" + "04d0" + "0000" + "8000" + "0000");
    assertThat(lookups.packets()).isEmpty();

    byte[] cookie =
        hex(
            HEADER_AND_ONE,
            EXAMPLE_COM,
            "0001 0001",
            "00 0029 04d0 00000000 000c 000a 0008",
            "7175696e63652d37");
    resolver.answer(cookie);
    assertThat(lookups.packets()).containsExactly(cookie);
  }

  @Test
  void aVersionOfTheExtensionsThatDoesNotExistIsRefused() {
    String version1 = "00 0029 1000 00 01 0000 0000";
    assertThat(hex(resolver.answer(hex(HEADER_AND_ONE, EXAMPLE_COM, "0001 0001", version1)).get()))
        .startsWith("1234818000010000" + "00000001") // BADVERS is 16: 1 above, 0 here
        .endsWith("000029" + "04d0" + "01" + "00" + "0000" + "0000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234 0100 0000 0000 0000 0000", // no question
        "1234 0100 0002 0000 0000 0000 00 0001 0001 00 0001 0001", // two
        "1234 0100 0001 0000 0000 0000", // none there
        "1234 0100 0001 0000 0000 0000 c00c 0001 0001", // a pointer to itself
        "1234 0100 0001 0000 0000 0000 03 6162", // cut in a label
        "1234 0100 0001 0000 0000 0000 00 0001", // cut in the type
        "1234 0100 0001 0000 0000 0001 00 0001 0001", // no additional record
        "1234 0100 0001 0000 0000 0002 00 0001 0001 00 0029 0000 0000 0000 0000 00 0029 0000 0000 0000"
            + " 0000", // two extensions
      })
  void whatIsNoQuestionIsAFormatErrorAndKept(String packet) {
    assertThat(hex(resolver.answer(hex(packet)).orElseThrow()))
        .isEqualTo("1234" + "8181" + "0000".repeat(4));
    assertThat(lookups.packets()).containsExactly(hex(packet));
    assertThat(lookups.all()).isEmpty();
  }

  @Test
  void aNameThatIsTooLongIsAFormatError() {
    String label = "3f" + "61".repeat(63);
    String longest = label.repeat(3) + "3d" + "61".repeat(61) + "00"; // 255 bytes
    assertThat(hex(resolver.answer(hex(HEADER, longest, "0001 0001")).get()))
        .startsWith("12348183");
    String longer = label.repeat(3) + "3e" + "61".repeat(62) + "00";
    assertThat(hex(resolver.answer(hex(HEADER, longer, "0001 0001")).get())).startsWith("12348181");
  }

  @Test
  void answersAndScrapsAreNotAnswered() {
    assertThat(resolver.answer(hex("1234 8180 0001 0000 0000 0000", EXAMPLE_COM, "0001 0001")))
        .isEmpty();
    assertThat(resolver.answer(hex("1234"))).isEmpty();
    assertThat(lookups.packets()).hasSize(2);
  }

  @Test
  void otherOperationsAndClassesAreRefused() {
    assertThat(
            hex(
                resolver
                    .answer(hex("1234 2800 0001 0000 0000 0000", EXAMPLE_COM, "0006 0001"))
                    .get()))
        .startsWith("1234a884");
    assertThat(hex(resolver.answer(hex(HEADER, EXAMPLE_COM, "0010 0003")).get()))
        .startsWith("12348185");
    assertThat(lookups.all()).extracting(Lookup::type).containsExactly("SOA", "TXT CLASS3");
  }

  @Test
  void bytesThatAreNoTextAreWrittenOut() {
    resolver.answer(hex(HEADER, "05 00ff2e5c20 03 636f6d 00", "ff00", ONLY_INTERNET));

    assertThat(lookups.all())
        .singleElement()
        .satisfies(l -> {
          assertThat(l.name()).isEqualTo("\\000\\255\\.\\\\\\032.com");
          assertThat(l.type()).isEqualTo("TYPE65280");
        });
  }

  /** The longest name there is, with extensions, in every kind of answer. */
  @Property(tries = 200)
  void noAnswerIsLargerThanAnyClientTakes(
      @ForAll @Size(min = 1, max = 100) List<@IntRange(min = 1, max = 63) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 260) int type) {
    StringBuilder name = new StringBuilder();
    int left = 250;
    for (int length : lengths) {
      int fits = Math.min(length, left - 1);
      if (fits > 0) {
        name.append("%02x".formatted(fits)).append("61".repeat(fits));
        left -= fits + 1;
      }
    }
    byte[] query =
        hex(
            HEADER_AND_ONE,
            name.toString(),
            "03 636f6d 00",
            "%04x 0001".formatted(type),
            "00 0029 0200 00 00 8000 0000");
    assertThat(resolver.answer(query).orElseThrow()).hasSizeLessThanOrEqualTo(512);
  }

  @Test
  void whatIsAskedIsKeptWithinBounds() {
    for (int i = 0; i < 20_010; i++) {
      lookups.add("n" + i, "A", java.time.Instant.EPOCH);
    }
    for (int i = 0; i < 1_005; i++) {
      lookups.add(new byte[1]);
    }
    assertThat(lookups.all()).hasSize(20_000);
    assertThat(lookups.packets()).hasSize(1_000);
    assertThat(lookups.leftOut()).isEqualTo(15);
  }

  /** Asks in packets that another implementation writes and reads. */
  private Optional<DatagramDnsResponse> ask(String name, DnsRecordType type) {
    EmbeddedChannel writer = new EmbeddedChannel(new DatagramDnsQueryEncoder());
    writer.writeOutbound(
        new DatagramDnsQuery(HERE, HERE, 7)
            .setRecursionDesired(true)
            .addRecord(DnsSection.QUESTION, new DefaultDnsQuestion(name, type)));
    DatagramPacket packet = writer.readOutbound();
    byte[] query = new byte[packet.content().readableBytes()];
    packet.content().readBytes(query);
    packet.release();
    return resolver.answer(query).map(ResolverTest::read);
  }

  private static DatagramDnsResponse read(byte[] answer) {
    EmbeddedChannel reader = new EmbeddedChannel(new DatagramDnsResponseDecoder());
    reader.writeInbound(new DatagramPacket(Unpooled.wrappedBuffer(answer), HERE, HERE));
    DatagramDnsResponse response = reader.readInbound();
    for (DnsSection section : DnsSection.values()) {
      for (int i = 0; i < response.count(section); i++) {
        if (response.recordAt(section, i) instanceof DnsRawRecord raw) {
          assertThat(raw.content().isReadable()).isTrue();
        }
      }
    }
    return response;
  }
}
