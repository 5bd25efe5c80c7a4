package dev.candor.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Match;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WitnessesTest {
  private static final Witnesses HOSTS =
      new Witnesses("endpoint", Levels.standard().known("endpoint"));

  @Property(tries = 200)
  void matchAHostAsTheCodeDoes(@ForAll("words") String word, @ForAll int turn) {
    assertThat(host(word, Match.SUBSTRING, turn)).contains(word);
    assertThat(host(word, Match.PREFIX, turn)).startsWith(word);
    String domain = word + ".example";
    assertThat(host(domain, Match.EQUAL, turn)).isEqualTo(domain);
    assertThat(host("." + word, Match.SUFFIX, turn)).endsWith("." + word);
    String below = host(domain, Match.DOT_SUFFIX, turn);
    assertThat(below.equals(domain) || below.endsWith("." + domain)).isTrue();
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(20);
  }

  private static String host(String value, Match match, int turn) {
    String level = HOSTS.of(value, match, turn).orElseThrow().level();
    assertThat(Environment.base().with("endpoint", level).levels())
        .containsEntry("endpoint", level);
    return URI.create("https://" + level).getHost();
  }

  @Test
  void matchDomainsInBothWaysByTurns() {
    assertThat(HOSTS.of("heron.example", Match.DOT_SUFFIX, 0).orElseThrow().level())
        .isEqualTo("heron.example");
    assertThat(HOSTS.of("heron.example", Match.DOT_SUFFIX, 1).orElseThrow().level())
        .isEqualTo("api.heron.example");
  }

  @Test
  void matchTwoListsAtOnce() {
    Candidate both =
        HOSTS.both("heron", Match.SUBSTRING, "yard.example", Match.DOT_SUFFIX).orElseThrow();
    assertThat(both.level()).contains("heron").endsWith(".yard.example");
    assertThat(both.entries()).containsExactly("heron", "yard.example");
  }

  @Test
  void areOfTheFactorsOwnKind() {
    assertThat(level("timezone", "Asia/Urumqi", Match.EQUAL)).contains("Asia/Urumqi");
    assertThat(level("timezone", "Asia/", Match.PREFIX)).get().asString().startsWith("Asia/");
    assertThat(level("timezone", "-345", Match.EQUAL)).contains("Asia/Kathmandu");
    assertThat(level("locale", "zh-CN", Match.EQUAL)).contains("zh_CN.UTF-8");
    assertThat(level("locale", "zh", Match.PREFIX)).get().asString().startsWith("zh");
    assertThat(level("username", "ubu", Match.PREFIX)).get().asString().startsWith("ubu");
  }

  /** Programs take a level apart before they compare. */
  @Test
  void haveWhatIsComparedAsAPart() {
    assertThat(level("workdir", "acme-infra", Match.EQUAL)).contains("~/src/acme-infra");
    assertThat(level("git-identity", "acme.example", Match.DOT_SUFFIX))
        .get()
        .asString()
        .endsWith("acme.example>");
    assertThat(level("git-identity", "bo@acme.example", Match.EQUAL))
        .contains("Tamsin Okoro-Vale <bo@acme.example>");
    assertThat(level("git-remote", "git.acme.example", Match.EQUAL))
        .contains("https://git.acme.example/vale/marrow-lantern.git");
  }

  /** What {@code Date().toString()} writes between brackets, and before them. */
  @Test
  void areZonesThatTextsOfDatesCallSo() {
    assertThat(level("timezone", "Gulf Standard Time", Match.SUBSTRING)).contains("Asia/Dubai");
    assertThat(level("timezone", "GMT+0545", Match.SUBSTRING)).contains("Asia/Kathmandu");
  }

  @Test
  void areFoundForDigestsOfWhatIsKnown() {
    assertThat(level("username", "0".repeat(32), Match.DIGEST)).isEmpty();
    assertThat(level("username", "1d41c853af58d3a7ae54990ce29417d8", Match.DIGEST))
        .contains("ubuntu"); // its md5sum
  }

  @Test
  void areNoneWhereNothingCanMatch() {
    assertThat(level("timezone", "Asia/Nowhere", Match.EQUAL)).isEmpty();
    assertThat(level("endpoint", "two words", Match.EQUAL)).isEmpty();
    assertThat(level("hostname", "under_score!", Match.EQUAL)).isEmpty();
    assertThat(level("username", Factor.NONE, Match.EQUAL)).isEmpty();
    assertThat(level("endpoint", "(a+)+$", Match.PATTERN)).isEmpty();
  }

  @Test
  void matchPatternsOfPlainAlternatives() {
    assertThat(level("endpoint", "(^|\\.)heron\\.example$|yard", Match.PATTERN))
        .get()
        .asString()
        .endsWith("heron.example");
  }

  private static Optional<String> level(String factor, String value, Match match) {
    return new Witnesses(factor, Levels.standard().known(factor))
        .of(value, match, 0)
        .map(Candidate::level);
  }

  @Test
  void holdSeveralWordsWithinWhatAHostNameMayBe() {
    List<String> words = List.of("a".repeat(30), "b".repeat(30), "c".repeat(10), "not a word");
    assertThat(HOSTS.pools(words, Match.SUBSTRING))
        .allSatisfy(pool -> {
          assertThat(pool.level().substring(0, pool.level().indexOf('.')).length())
              .isLessThanOrEqualTo(63);
          assertThat(pool.entries()).allSatisfy(word -> assertThat(pool.level()).contains(word));
        });
  }
}
