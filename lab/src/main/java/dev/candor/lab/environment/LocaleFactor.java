package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** Language and region. */
@AutoService(Factor.class)
public final class LocaleFactor implements Factor {
  @Override
  public String name() {
    return "locale";
  }

  @Override
  public String base() {
    return "en_NZ.UTF-8";
  }

  @Override
  public String meaning() {
    return "the language and region, in LANG, as in zh_CN.UTF-8; none leaves it out";
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (level.equals(NONE)) {
      return;
    }
    scene.variable("LANG", level);
    String plain = level.replaceFirst("[.@].*", "");
    scene.fact(name(), plain);
    if (plain.indexOf('_') > 0) {
      scene.fact(name(), plain.replace('_', '-'));
    }
  }
}
