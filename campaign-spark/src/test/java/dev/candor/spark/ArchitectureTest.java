package dev.candor.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The row of docs/architecture.md for this module, which the command line does not see. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.candor.spark");

  private static final List<String> MAY_IMPORT =
      List.of(
          "dev.candor.spark",
          "dev.candor.core",
          "dev.candor.text",
          "dev.candor.campaign.detect",
          "dev.candor.campaign.log",
          "dev.candor.campaign.report");

  @Test
  void itImportsOnlyWhatItMay() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are of " + MAY_IMPORT + " or of others than Candor",
                (JavaClass type) ->
                    !type.getPackageName().startsWith("dev.candor")
                        || MAY_IMPORT.contains(type.getPackageName())))
        .check(CLASSES);
  }

  @Test
  void nobodyWritesPastTheMessages() {
    noClasses().should(ACCESS_STANDARD_STREAMS).check(CLASSES);
  }
}
