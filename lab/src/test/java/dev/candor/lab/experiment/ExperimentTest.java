package dev.candor.lab.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Finished.Ending;
import dev.candor.lab.experiment.Observation.Cause;
import dev.candor.lab.experiment.Observation.Failed;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.trial.Trials;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExperimentTest {
  private static final Design DESIGN = Design.of(Design.Wish.blind(Budget.trials(30), 5));
  private static final Trials GOOD = Laboratory::result;

  @Test
  void runsEachTrialOfTheDesignOnce() {
    Finished finished =
        Experiment.run(DESIGN, Laboratory.setting(GOOD, 4), Steering.NONE, new Stop());
    assertThat(finished.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(finished.observations())
        .extracting(Observation::planned)
        .containsExactlyElementsOf(DESIGN.trials());
    assertThat(finished.observations())
        .allSatisfy(one ->
            assertThat(said(one)).isEqualTo(one.planned().environment().levels().get("hostname")));
  }

  @Test
  void runsNoMoreAtOnceThanItMay() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    Trials counting =
        trial -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          three.countDown();
          three.await(); // three do run at once
          now.decrementAndGet();
          return Laboratory.result(trial);
        };
    Experiment.run(DESIGN, Laboratory.setting(counting, 3), Steering.NONE, new Stop());
    assertThat(most).hasValue(3);
  }

  @Test
  void asksForARoomAgainWhereItFailedAndThenSaysWhy() {
    AtomicInteger calls = new AtomicInteger();
    Trials failing =
        trial -> {
          int call = calls.incrementAndGet();
          if (call == 1 || call == 4 || call == 5) {
            throw new IOException("no mount " + call);
          }
          return Laboratory.result(trial);
        };
    Finished finished =
        Experiment.run(DESIGN, Laboratory.setting(failing, 1), Steering.NONE, new Stop());
    assertThat(finished.observations().get(0).attempts()).isEqualTo(2);
    assertThat(finished.observations().get(0).outcome()).isInstanceOf(Ran.class);
    assertThat(finished.observations().get(2).outcome())
        .isEqualTo(new Failed(Cause.ROOM, "no mount 5"));
    assertThat(finished.observations()).hasSameSizeAs(DESIGN.trials());
    assertThat(finished.ending()).isEqualTo(Ending.COMPLETE);
  }

  @Test
  void saysWhichEnvironmentCannotBeHadAndGoesOn() {
    Trials picky =
        trial -> {
          if (trial.plan().hostname().equals("wrenfield-4c1d")) {
            return Laboratory.result(trial);
          }
          throw new InputException("no such machine");
        };
    Finished finished =
        Experiment.run(DESIGN, Laboratory.setting(picky, 2), Steering.NONE, new Stop());
    assertThat(finished.observations())
        .filteredOn(one -> one.outcome() instanceof Failed)
        .isNotEmpty()
        .allSatisfy(one -> {
          assertThat(one.attempts()).isEqualTo(1);
          assertThat(one.outcome()).isEqualTo(new Failed(Cause.ENVIRONMENT, "no such machine"));
        });
  }

  @Test
  void endsWhenRoomsFailOneAfterTheOther() {
    Trials broken =
        trial -> {
          throw new IOException("the keeper is gone");
        };
    Finished finished =
        Experiment.run(DESIGN, Laboratory.setting(broken, 1), Steering.NONE, new Stop());
    assertThat(finished.ending()).isEqualTo(Ending.ROOM);
    assertThat(finished.observations()).hasSize(5);
    assertThat(finished.why()).get().asString().contains("the keeper is gone");
  }

  @Test
  void runsWhatIsCalledForNextAndWithinTheBudget() {
    Wanted more =
        new Wanted(
            Environment.base().with("hostname", "again"), new Purpose.Confirmation("zone", 1));
    List<Integer> asked = new ArrayList<>();
    Steering steering =
        new Steering() {
          @Override
          public List<Wanted> after(Observation observation, Standing standing) {
            return observation.planned().number() == 2 ? List.of(more) : List.of();
          }

          @Override
          public List<Wanted> rest(List<Observation> all, int left) {
            asked.add(left);
            return List.of(more, more, more, more, more);
          }
        };
    Finished finished = Experiment.run(DESIGN, Laboratory.setting(GOOD, 1), steering, new Stop());
    assertThat(asked).containsExactly(9, 4, 0); // of 30, 20 designed and one called for
    assertThat(finished.observations()).hasSize(30);
    assertThat(finished.ending()).isEqualTo(Ending.BUDGET);
    assertThat(finished.observations().subList(20, 30))
        .allSatisfy(one -> assertThat(one.planned().environment()).isEqualTo(more.environment()));
  }

  @Test
  void beginsNothingOfTheDesignAfterTwoThirdsOfTheTime() {
    AtomicLong clock = new AtomicLong();
    Trials slow =
        trial -> {
          clock.addAndGet(Duration.ofMinutes(1).toNanos());
          return Laboratory.result(trial);
        };
    Design design = Design.of(Design.Wish.blind(Budget.time(Duration.ofMinutes(10)), 5));
    Wanted more = new Wanted(Environment.base(), new Purpose.FollowUp("again"));
    Steering steering =
        new Steering() {
          @Override
          public List<Wanted> rest(List<Observation> all, int left) {
            return List.of(more, more, more, more);
          }
        };
    Finished finished =
        Experiment.run(design, Laboratory.setting(slow, 1), steering, new Stop(), clock::get);
    assertThat(finished.observations()).hasSize(10);
    assertThat(finished.observations())
        .filteredOn(one -> one.planned().purpose() instanceof Purpose.FollowUp)
        .hasSize(3);
    assertThat(finished.ending()).isEqualTo(Ending.BUDGET);
  }

  @Test
  void givesWhatIsKnownWhenStopped() {
    Stop stop = new Stop();
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(2);
    Finished finished =
        Experiment.run(
            DESIGN,
            Laboratory.setting(endless(calls, ended, 4, stop::now), 2),
            Steering.NONE,
            stop);
    assertThat(finished.ending()).isEqualTo(Ending.STOPPED);
    assertThat(finished.observations()).hasSize(3);
    assertThat(ended.getCount()).isLessThan(2); // one or both ran at that moment
  }

  @Test
  void givesWhatIsKnownWhenInterruptedAndStaysSo() {
    Thread caller = Thread.currentThread();
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    Finished finished =
        Experiment.run(
            DESIGN,
            Laboratory.setting(endless(calls, ended, 4, caller::interrupt), 1),
            Steering.NONE,
            new Stop());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(finished.ending()).isEqualTo(Ending.STOPPED);
    assertThat(finished.observations()).hasSize(3);
    assertThat(ended.getCount()).isZero();
  }

  /** Good ones, and from then on such as only an interrupt ends. */
  private static Trials endless(
      AtomicInteger calls, CountDownLatch ended, int from, Runnable then) {
    CountDownLatch never = new CountDownLatch(1);
    return trial -> {
      if (calls.incrementAndGet() < from) {
        return Laboratory.result(trial);
      }
      then.run();
      try {
        never.await();
      } finally {
        ended.countDown();
      }
      return Laboratory.result(trial);
    };
  }

  @Test
  void endsItsTrialsWhereSteeringFails() {
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    Steering failing =
        new Steering() {
          @Override
          public List<Wanted> after(Observation observation, Standing standing) {
            throw new IllegalStateException("cannot think");
          }
        };
    Experiment.Setting setting = Laboratory.setting(endless(calls, ended, 2, () -> {}), 2);
    assertThatThrownBy(() -> Experiment.run(DESIGN, setting, failing, new Stop()))
        .hasMessage("cannot think");
  }

  @Test
  void takesNoMoreAtOnceThanMemoryHolds() {
    Parallel parallel = new Parallel(6, 3L << 30);
    assertThat(parallel.now()).isEqualTo(3); // of a GiB, as long as nothing is known
    parallel.saw(400L << 20); // and a quarter more: 500 MiB
    assertThat(parallel.now()).isEqualTo(6);
    parallel.saw(2L << 30);
    parallel.saw(1L << 20);
    assertThat(parallel.now()).isEqualTo(1);
    parallel.saw(100L << 30);
    assertThat(parallel.now()).isEqualTo(1);
  }

  static String said(Observation observation) {
    return observation.outcome() instanceof Ran(var result)
        ? new String(result.exchanges().getFirst().request().body().bytes(), UTF_8)
        : "";
  }
}
