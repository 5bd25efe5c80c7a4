package dev.candor.artifact;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;

class PackageReferenceFuzzTest {
  @FuzzTest
  void whateverIsAcceptedIsReadBackFromItsPurl(FuzzedDataProvider data) {
    boolean purl = data.consumeBoolean();
    String text = (purl ? "pkg:npm/" : "npm:") + data.consumeRemainingAsString();
    PackageReference reference;
    try {
      reference = PackageReference.parse(text);
    } catch (InputException e) {
      return;
    }
    if (reference instanceof RegistryPackage wanted
        && !PackageReference.parse(wanted.purl()).equals(wanted)) {
      throw new AssertionError(text + " became " + wanted.purl());
    }
  }
}
