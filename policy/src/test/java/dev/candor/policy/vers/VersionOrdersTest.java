package dev.candor.policy.vers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionOrdersTest {
  record Sequence(String type, List<String> ascending) {}

  /** Each as its specification lists it. */
  static List<Sequence> sequences() {
    return List.of(
        // semver.org 2.0.0, section 11
        new Sequence(
            "npm",
            List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "2.0.0",
                "2.1.0",
                "2.1.1")),
        // PEP 440, "Summary of permitted suffixes and relative ordering"
        new Sequence(
            "pypi",
            List.of(
                "1.dev0",
                "1.0.dev456",
                "1.0a1",
                "1.0a2.dev456",
                "1.0a12.dev456",
                "1.0a12",
                "1.0b1.dev456",
                "1.0b2",
                "1.0b2.post345.dev456",
                "1.0b2.post345",
                "1.0rc1.dev456",
                "1.0rc1",
                "1.0",
                "1.0+abc.5",
                "1.0+abc.7",
                "1.0+5",
                "1.0.post456.dev34",
                "1.0.post456",
                "1.0.15",
                "1.1.dev1",
                "1!0.5")),
        // Debian policy, 5.6.12: tilde before the end before letters before the rest
        new Sequence("deb", List.of("1~~", "1~~a", "1~", "1", "1a", "1+")),
        new Sequence("deb", List.of("1.0~beta1~svc1245", "1.0~beta1", "1.0", "1.0-1", "1.0-2")),
        new Sequence("deb", List.of("1.2.9", "1.2.10", "1.10", "1:0.1", "10:0")),
        // libversion, ALGORITHM.md, "Example"
        new Sequence(
            "generic",
            List.of(
                "1.0alpha1",
                "1.0beta1",
                "1.0",
                "1.0patch1",
                "1.0.1",
                "1.0a",
                "1.0b",
                "1.1",
                "1.2")));
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void versionsStandAsTheirSpecificationListsThem(Sequence sequence) {
    List<String> all = sequence.ascending();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        assertThat(sign(sequence.type(), all.get(i), all.get(j)))
            .as("%s and %s", all.get(i), all.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // PEP 440, "Normalization"
    "pypi, 1.1RC1, 1.1rc1",
    "pypi, 00, 0",
    "pypi, 09000, 9000",
    "pypi, 1.0, 1.0.0",
    "pypi, 1.1.a1, 1.1a1",
    "pypi, 1.1-a1, 1.1a1",
    "pypi, 1.1a.1, 1.1a1",
    "pypi, 1.1alpha1, 1.1a1",
    "pypi, 1.1beta2, 1.1b2",
    "pypi, 1.1c3, 1.1rc3",
    "pypi, 1.1pre3, 1.1rc3",
    "pypi, 1.2a, 1.2a0",
    "pypi, 1.2-post2, 1.2.post2",
    "pypi, 1.2.post.2, 1.2.post2",
    "pypi, 1.0-r4, 1.0.post4",
    "pypi, 1.0-1, 1.0.post1",
    "pypi, 1.2.post, 1.2.post0",
    "pypi, 1.2-dev2, 1.2.dev2",
    "pypi, 1.2.dev, 1.2.dev0",
    "pypi, 1.0+ubuntu-1, 1.0+ubuntu.1",
    "pypi, v1.0, 1.0",
    // Debian policy: no epoch is epoch 0, no revision is revision 0
    "deb, 0:1.0, 1.0",
    "deb, 1.0-0, 1.0",
    "deb, 1.01, 1.1",
    "generic, 1.0, 1.0.0",
    "generic, 1.0a1, 1.0alpha1",
    "npm, 1.0.0+a, 1.0.0+b",
  })
  void theSameVersionIsWrittenInManyWays(String type, String left, String right) {
    assertThat(sign(type, left, right)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1.0.", "1..0", "a1", "1.0+", "1.0+a_", "1.0 a", "1.0.dev.1.2", "1!", "١.٠"})
  void isNoVersionOfPython(String text) {
    assertThat(new PythonOrder().read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1 0", "1.0-", "1:", ":1", "1.0_1", "1:2:é", "a:1", "1.0-1_2"})
  void isNoVersionOfDebian(String text) {
    assertThat(new DebianOrder().read(text)).isEmpty();
  }

  @Property(tries = 2_000)
  void eachOrderIsTotal(
      @ForAll("types") String type,
      @ForAll("versions") String a,
      @ForAll("versions") String b,
      @ForAll("versions") String c) {
    total(VersionOrders.of(type), a, b, c);
  }

  private static <V extends Comparable<V>> void total(
      VersionOrder<V> order, String first, String second, String third) {
    Optional<V> one = order.read(first);
    Optional<V> two = order.read(second);
    Optional<V> three = order.read(third);
    if (one.isEmpty() || two.isEmpty() || three.isEmpty()) {
      return;
    }
    V a = one.get();
    V b = two.get();
    V c = three.get();
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isNotPositive();
    }
    if (a.compareTo(b) == 0) {
      assertThat(Integer.signum(a.compareTo(c))).isEqualTo(Integer.signum(b.compareTo(c)));
    }
  }

  /** Two bounds hold what both of them hold alone. */
  @Property(tries = 2_000)
  void aRangeIsTheIntersectionOfItsBounds(
      @ForAll("types") String type,
      @ForAll("versions") String from,
      @ForAll("versions") String to,
      @ForAll("versions") String asked) {
    VersionOrder<?> order = VersionOrders.of(type);
    if (order.read(from).isEmpty()
        || order.read(to).isEmpty()
        || order.read(asked).isEmpty()
        || sign(type, from, to) >= 0) {
      return;
    }
    boolean both = is(type, ">=" + from, asked) && is(type, "<" + to, asked);
    assertThat(is(type, ">=" + from + "|<" + to, asked)).isEqualTo(both);

    boolean either = is(type, "<" + from, asked) || is(type, ">=" + to, asked);
    assertThat(is(type, "<" + from + "|>=" + to, asked)).isEqualTo(either).isEqualTo(!both);
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of("npm", "pypi", "deb", "generic");
  }

  @Provide
  Arbitrary<String> versions() {
    Arbitrary<String> numbers =
        Arbitraries.integers().between(0, 3).list().ofSize(3).map(VersionOrdersTest::dotted);
    Arbitrary<String> behind =
        Arbitraries.of(
            "",
            "",
            "-alpha",
            "-alpha.1",
            "-1",
            "-rc.2",
            "a1",
            "b2.dev3",
            ".post1",
            ".dev1",
            "+local.1",
            "~rc1",
            "-0ubuntu1",
            "+dfsg-1",
            "patch2",
            "-beta.11",
            "rc");
    return Combinators.combine(numbers, behind).as(String::concat);
  }

  private static String dotted(List<Integer> numbers) {
    return String.join(".", numbers.stream().map(String::valueOf).toList());
  }

  private static boolean is(String type, String range, String version) {
    return Vers.parse(type, range).contains(version) == Containment.IN;
  }

  private static int sign(String type, String left, String right) {
    return sign(VersionOrders.of(type), left, right);
  }

  private static <V extends Comparable<V>> int sign(
      VersionOrder<V> order, String left, String right) {
    return Integer.signum(
        order.read(left).orElseThrow().compareTo(order.read(right).orElseThrow()));
  }
}
