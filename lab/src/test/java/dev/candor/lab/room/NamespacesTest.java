package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.lab.room.Namespaces.Facts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class NamespacesTest {
  private static final OptionalLong NONE = OptionalLong.empty();
  private static final OptionalLong MANY = OptionalLong.of(10_000);

  @Test
  void aUsualSystemHasNoObstacle() {
    assertThat(Namespaces.obstacle(user(NONE, NONE, MANY, ""))).isEmpty();
    assertThat(Namespaces.obstacle(user(OptionalLong.of(1), OptionalLong.of(0), MANY, "")))
        .isEmpty();
  }

  @Test
  void anotherSystemThanLinuxIsNamed() {
    assertThat(Namespaces.obstacle(new Facts(false, false, List.of("ip"), NONE, NONE, NONE, "")))
        .hasValueSatisfying(m -> assertThat(m).contains("Linux"));
  }

  @Test
  void missingProgramsAreNamedWithTheirPackages() {
    assertThat(
            Namespaces.obstacle(
                new Facts(true, true, List.of("unshare", "ip"), NONE, NONE, MANY, "")))
        .hasValueSatisfying(
            m -> assertThat(m).contains("unshare, ip").contains("util-linux").contains("iproute2"));
  }

  @Test
  void noNamespacesAtAllIsNamedForRootToo() {
    assertThat(
            Namespaces.obstacle(
                new Facts(true, true, List.of(), NONE, NONE, OptionalLong.of(0), "")))
        .hasValueSatisfying(m -> assertThat(m).contains("sysctl -w user.max_user_namespaces="));
  }

  @Test
  void debiansSettingIsNamedButNotForRoot() {
    OptionalLong off = OptionalLong.of(0);
    assertThat(Namespaces.obstacle(user(off, NONE, MANY, "")))
        .hasValueSatisfying(
            m -> assertThat(m).contains("sysctl -w kernel.unprivileged_userns_clone=1"));
    assertThat(Namespaces.obstacle(new Facts(true, true, List.of(), off, NONE, MANY, "")))
        .isEmpty();
  }

  @Test
  void appArmorIsNamedOnlyAfterAnAttemptFailed() {
    OptionalLong on = OptionalLong.of(1);
    assertThat(Namespaces.obstacle(user(NONE, on, MANY, ""))).isEmpty();
    assertThat(
            Namespaces.obstacle(
                user(
                    NONE,
                    on,
                    MANY,
                    "unshare: write failed /proc/self/uid_map: Operation not permitted")))
        .hasValueSatisfying(m ->
            assertThat(m).contains("sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"));
  }

  @Test
  void aContainerThatRefusesIsNamed() {
    assertThat(
            Namespaces.obstacle(
                user(NONE, NONE, MANY, "unshare: unshare failed: Operation not permitted")))
        .hasValueSatisfying(m -> assertThat(m).contains("seccomp"));
    assertThat(
            Namespaces.obstacle(
                user(NONE, NONE, MANY, "unshare: mount /proc failed: Operation not permitted")))
        .hasValueSatisfying(m -> assertThat(m).contains("systempaths=unconfined"));
  }

  @Test
  void anOldUtilLinuxIsNamed() {
    assertThat(
            Namespaces.obstacle(
                user(NONE, NONE, MANY, "unshare: unrecognized option '--map-user=1000'")))
        .hasValueSatisfying(m -> assertThat(m).contains("2.38"));
  }

  @Test
  void whatIsNotUnderstoodIsLeftToTheCaller() {
    assertThat(Namespaces.obstacle(user(NONE, NONE, MANY, "something else")))
        .isEqualTo(Optional.empty());
  }

  private static Facts user(
      OptionalLong clone, OptionalLong apparmor, OptionalLong most, String said) {
    return new Facts(true, false, List.of(), clone, apparmor, most, said);
  }
}
