package dev.candor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  @Test
  void aListEndsAtItsOwnBoundAndCountsTheRest() {
    Allowance allowance = new Allowance(100);
    Allowance.Part<String> part = allowance.of(List.of("a", "b", "c"), 2);

    assertThat(items(part)).containsExactly("a", "b");
    assertThat(part.left()).isEqualTo(1);
    assertThat(allowance.left()).isEqualTo(1);
  }

  @Test
  void aListThatFitsLeavesNothingOut() {
    Allowance allowance = new Allowance(100);

    assertThat(items(allowance.of(List.of("a", "b"), 2))).containsExactly("a", "b");
    assertThat(allowance.left()).isZero();
  }

  @Test
  void whenAllIsSpentNoListGoesOn() throws IOException {
    Allowance allowance = new Allowance(3);
    OutputStream out = allowance.counted(new ByteArrayOutputStream());
    List<String> shown = new ArrayList<>();
    for (String item : allowance.of(List.of("aa", "bb", "cc"), 10)) {
      out.write(item.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      shown.add(item);
    }

    assertThat(shown).containsExactly("aa", "bb");
    assertThat(items(allowance.of(List.of("dd"), 10))).isEmpty();
    assertThat(allowance.left()).isEqualTo(2);
  }

  @Test
  void whatIsRaisedGoesOnAndCountsTogether() throws IOException {
    Allowance allowance = new Allowance(3);
    Allowance raised = allowance.raisedTo(6);
    allowance.counted(new ByteArrayOutputStream()).write(new byte[4]);

    assertThat(items(allowance.of(List.of("a"), 10))).isEmpty();
    assertThat(items(raised.of(List.of("b"), 10))).containsExactly("b");
    assertThat(raised.left()).isEqualTo(1);
  }

  private static List<String> items(Allowance.Part<String> part) {
    List<String> items = new ArrayList<>();
    part.forEach(items::add);
    return items;
  }
}
