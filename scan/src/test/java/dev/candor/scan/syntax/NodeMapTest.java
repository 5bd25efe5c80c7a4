package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeMapTest {
  @Test
  void nodesThatAreEqualAreKeysOfTheirOwn() {
    NodeMap<String> map = new NodeMap<>();
    Node one = new Node.Name(4, "a");
    Node other = new Node.Name(4, "a");

    map.put(one, "one");

    assertThat(one).isEqualTo(other);
    assertThat(map.get(one)).isEqualTo("one");
    assertThat(map.get(other)).isNull();
  }

  @Test
  void aKeyIsPutAgainInPlaceOfItsValue() {
    NodeMap<String> map = new NodeMap<>();
    Node node = new Node.Name(0, "a");

    assertThat(map.put(node, "first")).isNull();
    assertThat(map.put(node, "second")).isEqualTo("first");
    assertThat(map.get(node)).isEqualTo("second");
    assertThat(map.size()).isEqualTo(1);
  }

  @Test
  void holdsMoreThanItWasMadeForAndManyThatStandAtOneToken() {
    NodeMap<Integer> map = new NodeMap<>();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      nodes.add(new Node.Name(i / 10, "a"));
      map.put(nodes.get(i), i);
    }

    assertThat(map.size()).isEqualTo(5_000);
    for (int i = 0; i < nodes.size(); i++) {
      assertThat(map.get(nodes.get(i))).isEqualTo(i);
    }
  }
}
