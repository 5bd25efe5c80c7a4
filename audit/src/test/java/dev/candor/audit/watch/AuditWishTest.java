package dev.candor.audit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.RegistryPackage;
import dev.candor.audit.observed.Observer;
import dev.candor.audit.recording.ReadyTool;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.Bounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditWishTest {
  private static final RegistryPackage RELEASE = new RegistryPackage("@scope/tool", "1.0.1");

  @Test
  void itAsksTheSameOfEachReleaseAndKeepsTheTrialsOfEachApart() {
    Observer.Wish wish =
        new AuditWish(wish(Optional.of(recipe(Map.of())), "hi", 7, Budget.STANDARD)).of(RELEASE);

    assertThat(wish.tool().reference()).isEqualTo(RELEASE);
    assertThat(wish.tool().prompt()).isEqualTo("hi");
    assertThat(wish.seed()).isEqualTo(7);
    assertThat(wish.journal()).contains(Path.of("trials", "@scope_tool@1.0.1"));
  }

  @Test
  void whateverMayMakeAnotherAuditMakesAnotherKey() {
    Optional<Recipe> none = Optional.empty();
    Bounds longer = Bounds.DEFAULT.lasting(Duration.ofSeconds(7));
    Stream<Observer.Wish> wishes =
        Stream.of(
            wish(none, "hi", 1, Budget.STANDARD),
            wish(none, "ho", 1, Budget.STANDARD),
            wish(none, "hi", 2, Budget.STANDARD),
            wish(none, "hi", 1, Budget.trials(60)),
            wish(Optional.of(recipe(Map.of())), "hi", 1, Budget.STANDARD),
            wish(Optional.of(recipe(Map.of("A", "1"))), "hi", 1, Budget.STANDARD),
            new Observer.Wish(
                new ReadyTool.Wish(RELEASE, none, "hi", longer),
                Budget.STANDARD,
                1,
                Optional.empty()));

    assertThat(wishes.map(wish -> new AuditWish(wish).key())).doesNotHaveDuplicates();
  }

  /** Where trials are kept makes none, nor the order in which a file names variables. */
  @Test
  void theSameWishHasTheSameKey() {
    Map<String, String> turned = new LinkedHashMap<>();
    turned.put("B", "2");
    turned.put("A", "1");
    Observer.Wish one =
        wish(Optional.of(recipe(Map.of("A", "1", "B", "2"))), "hi", 1, Budget.STANDARD);
    Observer.Wish other = wish(Optional.of(recipe(turned)), "hi", 1, Budget.STANDARD);

    assertThat(new AuditWish(one).key()).isEqualTo(new AuditWish(other).key());
    assertThat(new AuditWish(one).key()).contains("{A=1, B=2}");
  }

  private static Observer.Wish wish(
      Optional<Recipe> recipe, String prompt, long seed, Budget budget) {
    return new Observer.Wish(
        new ReadyTool.Wish(RELEASE, recipe, prompt, Bounds.DEFAULT),
        budget,
        seed,
        Optional.of(Path.of("trials")));
  }

  private static Recipe recipe(Map<String, String> environment) {
    return new Recipe(
        "tool",
        "pkg:npm/tool",
        Optional.empty(),
        List.of(),
        List.of("tool"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        environment,
        Map.of(),
        List.of());
  }
}
