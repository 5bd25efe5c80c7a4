package dev.candor.lab.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class NamesTest {
  private final Names names = new Names();

  @Property(tries = 100)
  void everyNameHasItsOwnAddressesInEveryTrial(
      @ForAll @Size(max = 30) @UniqueElements
          List<@AlphaChars @StringLength(min = 1, max = 12) String> labels) {
    Names one = new Names();
    Names other = new Names();
    for (String label : labels.reversed()) {
      other.address6(label);
    }
    for (String label : labels) {
      InetAddress address = one.address(label + ".example.com");
      assertThat(one.name(address))
          .contains(label.toLowerCase(java.util.Locale.ROOT) + ".example.com");
      assertThat(one.name(one.address6(label + ".example.com"))).isEqualTo(one.name(address));
      assertThat(address.getHostAddress()).matches("10\\.[1-9]\\d*\\.\\d+\\.[1-9]\\d*");
      assertThat(other.address(label + ".example.com")).isEqualTo(address);
    }
  }

  @Test
  void thousandsOfNamesShareNoAddress() {
    Set<InetAddress> addresses = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      addresses.add(names.address("h" + i + ".example.com"));
    }
    assertThat(addresses).hasSize(20_000);
  }

  @Test
  void caseAndADotAtTheEndDoNotMatter() {
    assertThat(names.address("API.Example.com.")).isEqualTo(names.address("api.example.com"));
  }

  @Test
  void anAddressThatNobodyAskedForHasNoName() throws Exception {
    names.address("a.example.com");

    assertThat(names.name(InetAddress.getByName("203.0.113.9"))).isEmpty();
    assertThat(names.name(InetAddress.getByName("2001:db8::9"))).isEmpty();
    byte[] last = names.address6("a.example.com").getAddress();
    last[8] = 1;
    assertThat(names.name(InetAddress.getByAddress(last))).isEmpty();
  }

  @Test
  void thereAreNotMoreNamesThanAreKept() {
    for (int i = 0; i < 1 << 16; i++) {
      assertThat(names.lookUp("h" + i + ".example.com")).isEqualTo(PublicNames.Standing.HOST);
    }
    assertThat(names.lookUp("one.more.example.com")).isEqualTo(PublicNames.Standing.UNKNOWN);
    assertThat(names.lookUp("h0.example.com")).isEqualTo(PublicNames.Standing.HOST);
  }
}
