package dev.candor.fleet.inventory.find;

import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Setting;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** What a walk has found so far. Used by many threads. */
final class Findings {
  /** A machine has a few dozen; a hostile one is not to fill the memory. */
  static final int MOST = 50_000;

  /**
   * What a file says about a copy that lies elsewhere.
   *
   * @param place of the copy
   */
  record Mention(String place, String evidence) {}

  private final Catalogue catalogue;
  private final Recognition recognition;
  private final Unseen unseen;
  private final List<Installation> installations = new ArrayList<>();
  private final List<Setting> settings = new ArrayList<>();
  private final List<Setting> variables = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();

  Findings(Catalogue catalogue, Unseen unseen) {
    this.catalogue = catalogue;
    this.recognition = new Recognition(catalogue.tools());
    this.unseen = unseen;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Recognition recognition() {
    return recognition;
  }

  Unseen unseen() {
    return unseen;
  }

  synchronized void add(Installation installation) {
    add(installations, installation, installation.place());
  }

  synchronized void add(Setting setting) {
    add(settings, setting, setting.place());
  }

  /** Of a variable, which other tools may read as well. */
  synchronized void addOfVariable(Setting setting) {
    add(variables, setting, setting.place());
  }

  synchronized void add(Mention mention) {
    add(mentions, mention, mention.place());
  }

  private <T> void add(List<T> all, T one, String place) {
    if (all.size() < MOST) {
      all.add(one);
    } else {
      unseen.add(place, "left out, there are more than " + MOST + " of its kind");
    }
  }

  synchronized List<Installation> installations() {
    return List.copyOf(installations);
  }

  synchronized List<Setting> settings() {
    return List.copyOf(settings);
  }

  synchronized List<Setting> variables() {
    return List.copyOf(variables);
  }

  synchronized List<Mention> mentions() {
    return List.copyOf(mentions);
  }
}
