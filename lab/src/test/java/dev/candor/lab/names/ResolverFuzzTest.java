package dev.candor.lab.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/** Whatever comes in, what goes out is small, belongs to it, and is a whole answer. */
class ResolverFuzzTest {
  @FuzzTest
  void anyPacketIsAnsweredOrDropped(byte[] packet) {
    Lookups lookups = new Lookups();
    byte[] before = packet.clone();
    byte[] answer = new Resolver(new Names(), lookups).answer(packet).orElse(new byte[0]);

    assertThat(packet).isEqualTo(before);
    assertThat(lookups.all().size() + lookups.packets().size()).isPositive();
    if (answer.length > 0) {
      assertThat(answer).hasSizeBetween(12, 512).startsWith(packet[0], packet[1]);
      assertThat(answer[2] & 0x86).as("an answer, not authoritative, not cut").isEqualTo(0x80);
      walk(ByteBuffer.wrap(answer));
    }
  }

  /** Netty's reader refuses names that it cannot convert, so this is one by hand. */
  private static void walk(ByteBuffer in) {
    int questions = in.getShort(4);
    int records = in.getShort(6) + in.getShort(8) + in.getShort(10);
    in.position(12);
    for (int i = 0; i < questions; i++) {
      name(in);
      in.getInt();
    }
    for (int i = 0; i < records; i++) {
      name(in);
      in.position(in.position() + 8);
      int end = in.getShort() + in.position();
      assertThat(end).isLessThanOrEqualTo(in.limit());
      in.position(end);
    }
    assertThat(in.hasRemaining()).isFalse();
  }

  private static void name(ByteBuffer in) {
    for (int length = in.get() & 0xff; length > 0; length = in.get() & 0xff) {
      if (length >= 0xc0) {
        assertThat((length & 0x3f) << 8 | in.get() & 0xff).isLessThan(in.position());
        return;
      }
      in.position(in.position() + length);
    }
  }
}
