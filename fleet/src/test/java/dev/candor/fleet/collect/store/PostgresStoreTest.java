package dev.candor.fleet.collect.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in PostgreSQL. */
class PostgresStoreTest extends StoreContract {
  @TempDir private static Path folder;
  private static Postgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = Postgres.in(folder);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Override
  Store open(Retention retention) throws Exception {
    return Store.at(postgres.database(), Optional.empty(), retention);
  }

  @Test
  void whatWasTakenOutlivesACrashOfTheServerAndTheStoreGoesOn() throws Exception {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    try (Store store = open(Retention.USUAL)) {
      store.take(Fleet.look("anna", "2026-11-21T12:00:00Z", "a@1"), now, Judge.NONE);
      postgres.crash();

      long machines = store.ask(Answers::machines);
      assertThat(machines).isEqualTo(1);
      assertThat(store.take(Fleet.look("bert", "2026-11-21T12:00:00Z", "a@1"), now, Judge.NONE))
          .isEqualTo(Taken.NEW);
    }
  }

  @Test
  void aPasswordInTheAddressIsRefused() {
    assertThatThrownBy(() ->
            Store.at(
                "jdbc:postgresql://localhost/x?user=a&password=b",
                Optional.empty(),
                Retention.USUAL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CANDOR_STORE_PASSWORD");
  }

  @Test
  void aServerThatDoesNotAnswerIsToldAtTheStart() {
    assertThatThrownBy(
            () -> Store.at("jdbc:postgresql://127.0.0.1:1/x", Optional.empty(), Retention.USUAL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Check that the store is there");
  }
}
