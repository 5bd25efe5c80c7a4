package dev.candor.audit.watch;

import dev.candor.artifact.RegistryPackage;
import dev.candor.audit.observed.Observer;
import dev.candor.audit.recording.ReadyTool;
import dev.candor.lab.recipe.Recipe;
import java.util.TreeMap;

/**
 * What is asked of the audits of releases: the same of all.
 *
 * @param like of whatever package; a folder for trials holds one for each release
 */
public record AuditWish(Observer.Wish like) {
  Observer.Wish of(RegistryPackage release) {
    ReadyTool.Wish tool = like.tool();
    return new Observer.Wish(
        new ReadyTool.Wish(release, tool.recipe(), tool.prompt(), tool.bounds()),
        like.budget(),
        like.seed(),
        like.journal().map(all -> all.resolve(folder(release))));
  }

  private static String folder(RegistryPackage release) {
    return release.toString().replaceAll("[^A-Za-z0-9@._-]", "_");
  }

  /** All by which audits of one release may differ, as text. */
  String key() {
    return String.join(
        "\n",
        like.tool().recipe().map(AuditWish::text).orElse(""),
        like.tool().prompt(),
        like.tool().bounds().toString(),
        like.budget().toString(),
        Long.toString(like.seed()));
  }

  /** Maps in an order that is the same in every run. */
  private static String text(Recipe recipe) {
    return String.join(
        "\n",
        recipe.tool(),
        recipe.purl(),
        recipe.runtime().toString(),
        recipe.setup().toString(),
        recipe.command().toString(),
        recipe.api().toString(),
        recipe.endpoint().toString(),
        recipe.keyVariable().toString(),
        new TreeMap<>(recipe.environment()).toString(),
        new TreeMap<>(recipe.files()).toString(),
        recipe.answers().toString());
  }
}
