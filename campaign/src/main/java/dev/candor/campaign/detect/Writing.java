package dev.candor.campaign.detect;

import dev.candor.core.Count;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups in words: why each account is in its campaign, and what the campaign has in common. */
final class Writing {
  private static final int SECONDS_A_MINUTE = 60;

  private final SqlEngine engine;
  private final Evidence evidence;
  private final Decoys decoys;
  private final Map<Integer, String> names = new HashMap<>();

  Writing(SqlEngine engine, Evidence evidence, Decoys decoys) {
    this.engine = engine;
    this.evidence = evidence;
    this.decoys = decoys;
  }

  Findings findings(List<Group> groups, List<Resold> resold, List<String> notes) {
    name(groups);
    List<Campaign> campaigns = new ArrayList<>();
    Courses courses = new Courses(evidence);
    for (Group group : groups) {
      campaigns.add(
          campaign("campaign-" + (campaigns.size() + 1), group, courses.of(group.members())));
    }
    Accounts accounts = evidence.accounts();
    List<Resold> ordered = new ArrayList<>(resold);
    ordered.sort(
        Comparator.comparingDouble((Resold each) -> -each.score()).thenComparing(Resold::account));
    return new Findings(
        campaigns,
        ordered,
        courses.others(),
        accounts.size(),
        Arrays.stream(accounts.exchanges()).sum(),
        instant(Arrays.stream(accounts.first()).min().orElse(0)),
        instant(Arrays.stream(accounts.last()).max().orElse(0)),
        notes);
  }

  private record Ranked(int member, double score) {}

  private Campaign campaign(String name, Group group, Course course) {
    Accounts accounts = evidence.accounts();
    List<Ranked> ranked =
        Arrays.stream(group.members())
            .parallel()
            .mapToObj(member -> new Ranked(member, group.score(member)))
            .sorted(
                Comparator.comparingDouble((Ranked each) -> -each.score())
                    .thenComparing(each -> accounts.names()[each.member()]))
            .toList();
    List<Integer> ordered = ranked.stream().map(Ranked::member).toList();
    List<Member> members = new ArrayList<>();
    for (Ranked each : ranked) {
      members.add(
          new Member(accounts.names()[each.member()], each.score(), reasons(group, each.member())));
    }
    Ties ties = new Ties(evidence.means(), group);
    double score = group.score();
    return new Campaign(
        name,
        members,
        Arrays.stream(group.members()).mapToLong(a -> accounts.exchanges()[a]).sum(),
        instant(Arrays.stream(group.members()).map(a -> accounts.first()[a]).min().orElse(0)),
        instant(Arrays.stream(group.members()).map(a -> accounts.last()[a]).max().orElse(0)),
        capabilities(group),
        Verdict.of(group, 0).families(),
        evidence(group),
        score,
        decoys.expected(score),
        new Portrait(course, ties.told(names, ordered), ties.counts()));
  }

  private static Instant instant(int minute) {
    return Instant.ofEpochSecond((long) minute * SECONDS_A_MINUTE);
  }

  private List<String> capabilities(Group group) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int member : group.members()) {
      int value = evidence.accounts().narrowness()[member];
      if (value >= 0) {
        counts.merge(Accounts.capability(value / Capability.SCALE), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<String> evidence(Group group) {
    List<String> words = new ArrayList<>();
    for (Means means : evidence.means()) {
      double coverage = group.circle().coverage(means.family(), group.members());
      if (coverage > 0) {
        words.add(
            Percent.of(coverage)
                + " share "
                + withArticle(means.family())
                + " with another member; one of them is much used by "
                + Percent.of(group.circle().largest(means.family(), group.members())));
      }
    }
    for (Trait trait : group.traits()) {
      words.add(
          Percent.of(trait.share())
              + " "
              + trait.words()
              + "; of all accounts "
              + Percent.of(trait.base())
              + (trait.family() == Family.LOCKSTEP ? " would by chance" : ""));
    }
    return words;
  }

  /** As "a device", "an address". */
  private static String withArticle(Family family) {
    String label = family.label();
    return ("aeiou".indexOf(label.charAt(0)) < 0 ? "a " : "an ") + label;
  }

  private List<String> reasons(Group group, int member) {
    List<String> reasons = new ArrayList<>();
    for (Circle.Shared shared : group.circle().shared(member)) {
      reasons.add(
          "shares %s %s with %s of the campaign; %d of %d accounts hold it"
              .formatted(
                  shared.family().label(),
                  named(shared),
                  Count.of(shared.members() - 1, "other"),
                  shared.holders(),
                  evidence.accounts().size()));
    }
    for (Trait trait : group.traits()) {
      if (trait.known().test(member) && trait.shows().test(member)) {
        reasons.add(
            "%s, as %s of the campaign and %s %s"
                .formatted(
                    trait.words(),
                    Percent.of(trait.share()),
                    Percent.of(trait.base()),
                    trait.family() == Family.LOCKSTEP ? "by chance" : "of all accounts"));
      }
    }
    return reasons;
  }

  /** Of values that tell as much, the one whose name comes first. */
  private String named(Circle.Shared shared) {
    return Arrays.stream(shared.values())
        .mapToObj(value -> names.getOrDefault(value, "?"))
        .min(Comparator.naturalOrder())
        .orElse("?");
  }

  /** Looks up what the values are called that will be spoken of. */
  private void name(List<Group> groups) {
    BitSet wanted = new BitSet();
    for (Group group : groups) {
      for (int member : group.members()) {
        group
            .circle()
            .shared(member)
            .forEach(shared -> Arrays.stream(shared.values()).forEach(wanted::set));
      }
      new Ties(evidence.means(), group).values().forEach(tie -> wanted.set(tie.value()));
    }
    if (wanted.isEmpty()) {
      return;
    }
    engine.numbers("wanted", "held", wanted);
    Script.run(engine, "named");
    try (Rows rows = engine.rows("SELECT held, name FROM named")) {
      while (rows.next()) {
        names.put(rows.getInt(1), rows.getString(2));
      }
    }
  }
}
