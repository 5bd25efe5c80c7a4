package dev.candor.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of modules in docs/architecture.md, enforced. */
class ArchitectureTest {
  private static final String ROOT = "dev.candor.";

  /** Module, and which modules of ours it may import. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          entry("core", List.of()),
          entry("text", List.of("core")),
          entry("page", List.of("core", "text")),
          entry("artifact", List.of("core")),
          entry("scan", List.of("core", "text", "artifact")),
          entry("wire", List.of("core", "text")),
          entry("lab", List.of("core", "text", "artifact", "wire")),
          entry("audit", List.of("core", "text", "page", "artifact", "scan", "wire", "lab")),
          entry("specimens", List.of("core")),
          entry("campaign", List.of("core", "text", "page")),
          entry("policy", List.of("core", "text")),
          entry("fleet", List.of("core", "text", "page", "artifact", "audit", "policy")),
          entry("gateway", List.of("core", "text", "wire", "policy")),
          entry(
              "cli",
              List.of(
                  "core",
                  "text",
                  "page",
                  "artifact",
                  "scan",
                  "wire",
                  "lab",
                  "audit",
                  "specimens",
                  "campaign",
                  "policy",
                  "fleet",
                  "gateway")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.candor");

  static Stream<String> modules() {
    return MAY_IMPORT.keySet().stream().sorted();
  }

  @Test
  void everyModuleIsInTheTable() {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      found.add(type.getPackageName().substring(ROOT.length()).split("\\.")[0]);
    }
    assertThat(found).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleImportsOnlyWhatItMay(String module) {
    String[] forbidden =
        MAY_IMPORT.keySet().stream()
            .filter(other -> !other.equals(module))
            .filter(other -> !MAY_IMPORT.getOrDefault(module, List.of()).contains(other))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + module + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(forbidden))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Util", "Utils", "Helper", "Manager", "Impl", "Common"})
  void noClassIsNamedForNothing(String suffix) {
    noClasses().should().haveSimpleNameEndingWith(suffix).check(CLASSES);
  }

  @Test
  void nobodyWritesPastTheConsole() {
    noClasses()
        .that()
        // A process of its own, which speaks to its parent over them.
        .doNotHaveFullyQualifiedName("dev.candor.scan.SandboxServer")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  /** What is known of a tool must not lead to finding it. */
  @Test
  void knownMechanismsAreReadForExposureDecodingAndTheGatewayOnly() {
    String known = "dev.candor.text.mechanism.Mechanisms";
    String choice = "dev.candor.cli.MechanismArguments";
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(known)
        .and()
        .doNotHaveFullyQualifiedName(choice)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(known)
        .check(CLASSES);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(choice)
        .and()
        .doNotHaveFullyQualifiedName("dev.candor.cli.ExposureCommand")
        .and()
        .doNotHaveFullyQualifiedName("dev.candor.cli.DecodeCommand")
        .and()
        .doNotHaveFullyQualifiedName("dev.candor.cli.GatewayCommand")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(choice)
        .check(CLASSES);
  }

  @Test
  void nobodySleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
    noClasses().should().callMethod(Thread.class, "sleep", java.time.Duration.class).check(CLASSES);
  }

  @Test
  void theCoreDoesNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage("dev.candor.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.sql..",
            "java.util.logging..")
        .check(CLASSES);
  }
}
