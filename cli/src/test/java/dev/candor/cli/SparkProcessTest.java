package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the driver of Spark is found, started and listened to. */
class SparkProcessTest {
  private static final long THREE_GIBIBYTES = 3L << 30;
  private static final List<String> ARGUMENTS = List.of("log.parquet", "--output", "found");

  @TempDir private Path candor;

  @Test
  void withoutItTheNextStepIsSaid() {
    assertThatThrownBy(() -> SparkProcess.find(candor, Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Run ./build spark");
  }

  @Test
  void whatIsOfOtherSourcesIsNotUsed() throws IOException {
    build("new");
    assertThat(SparkProcess.find(candor, Map.of()).installed()).isFalse();
    Files.writeString(candor.resolve("cli/target/lib/candor-campaign-0.1.0.jar"), "newer");
    assertThatThrownBy(() -> SparkProcess.find(candor, Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Run it again");
  }

  @Test
  void javaStartsItWithSparksJarsFirst() throws IOException {
    build("same");
    List<String> command = SparkProcess.find(candor, Map.of()).command(THREE_GIBIBYTES, ARGUMENTS);
    Path home = candor.resolve("campaign-spark/target/spark");
    assertThat(command.getFirst()).endsWith("/bin/java");
    assertThat(command)
        .containsSubsequence("-Xmx3072m", "-cp", home + "/jars/*:" + home + "/candor/*")
        .endsWith("dev.candor.spark.Main", "log.parquet", "--output", "found");
  }

  @Test
  void anInstalledSparkStartsItWithSparkSubmit() throws IOException {
    build("same");
    SparkProcess spark = SparkProcess.find(candor, Map.of("SPARK_HOME", "/opt/spark"));
    Path folder = candor.resolve("campaign-spark/target/spark/candor");
    assertThat(spark.installed()).isTrue();
    assertThat(spark.command(THREE_GIBIBYTES, ARGUMENTS))
        .startsWith("/opt/spark/bin/spark-submit", "--class", "dev.candor.spark.Main")
        .containsSubsequence("--driver-memory", "3072m", "--driver-class-path", folder + "/*")
        .endsWith(folder + "/candor-campaign-spark-0.1.0.jar", "log.parquet", "--output", "found");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void itsStatusIsThatOfTheCommand(int status) {
    assertThat(SparkProcess.run(List.of("sh", "-c", "exit " + status))).isEqualTo(status);
  }

  @Test
  void aDriverThatWasKilledIsAFailure() {
    assertThatThrownBy(() -> SparkProcess.run(List.of("sh", "-c", "kill -9 $$")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("ended with status 137")
        .hasMessageContaining("--memory");
  }

  @Test
  void aSparkHomeThatIsNoneIsNamed() {
    assertThatThrownBy(() -> SparkProcess.run(List.of("/nowhere/bin/spark-submit")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/nowhere/bin/spark-submit")
        .hasMessageContaining("SPARK_HOME");
  }

  @ParameterizedTest
  @CsvSource({
    "--engine flink, There is no engine flink",
    "--master local, --master goes with --engine spark",
    "--executor-memory 2GB, --executor-memory goes with --engine spark",
  })
  void optionsThatDoNotGoTogetherAreRefused(String options, String message) {
    Screen screen = Screen.piped();
    String[] words = options.split(" ");
    int status =
        screen.run(
            "campaigns",
            "detect",
            "log.parquet",
            "--output",
            candor.resolve("found").toString(),
            words[0],
            words[1]);
    assertThat(status).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains(message);
  }

  /** As ./build spark and the launcher leave it. */
  private void build(String campaign) throws IOException {
    Path spark = Files.createDirectories(candor.resolve("campaign-spark/target/spark/candor"));
    Path lib = Files.createDirectories(candor.resolve("cli/target/lib"));
    Files.writeString(spark.resolve("candor-campaign-spark-0.1.0.jar"), "program");
    Files.writeString(spark.resolve("candor-campaign-0.1.0.jar"), campaign);
    Files.writeString(lib.resolve("candor-campaign-0.1.0.jar"), campaign);
  }
}
