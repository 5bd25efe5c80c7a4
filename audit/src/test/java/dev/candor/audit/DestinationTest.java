package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.lab.receipt.Fact;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;

class DestinationTest {
  private static final Receipt RECEIPT =
      new Receipt(
          List.of(
              entry("hostname", "wrenfield", "a.test", "plain"),
              entry("hostname", "wrenfield", "b.test", "base64"),
              entry("locale", "nb_NO", "a.test", "plain"),
              entry("hostname", "wrenfield", "a.test", "base64")));

  @Test
  void eachHostHasWhatItWasToldByFactor() {
    List<Destination> all = Destination.of(List.of("c.test"), RECEIPT, List.of());

    assertThat(all).extracting(Destination::host).containsExactly("c.test", "a.test", "b.test");
    assertThat(all.get(0).isToldNothing()).isTrue();
    assertThat(all.get(1).told())
        .extracting(Destination.Told::factor)
        .containsExactly("hostname", "locale");
    assertThat(all.get(1).told().getFirst().renderings()).isEqualTo("plain, base64");
    assertThat(all.get(1).told().getFirst().values()).containsExactly("wrenfield");
  }

  @Test
  void whatNobodyCanReadCountsAsTold() {
    Unreadable body = new Unreadable("d.test", "POST /log", "binary data", 2, 999);
    Destination one = Destination.of(List.of(), new Receipt(List.of()), List.of(body)).getFirst();

    assertThat(one.isToldNothing()).isFalse();
    assertThat(Destination.of(body))
        .isEqualTo("POST /log, binary data of up to 999 bytes, 2 times");
  }

  private static Receipt.Entry entry(String factor, String value, String host, String rendering) {
    return new Receipt.Entry(new Fact(factor, value), host, "POST /x", "body /y", rendering, 1);
  }
}
