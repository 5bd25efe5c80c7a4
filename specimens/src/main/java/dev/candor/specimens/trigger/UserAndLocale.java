package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The user name is in one list and the locale in another. */
@AutoService(TriggerKind.class)
public final class UserAndLocale implements TriggerKind {
  @Override
  public String name() {
    return "username-and-locale";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.USERS, Content.LOCALES);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String user = Comparison.equal(js, lists.get(0), Readings.user(js));
    String locale = Comparison.prefix(js, lists.get(1), Readings.locale(js));
    js.function("marked", "", "if (!(@0)) return false;\nreturn @1;", user, locale);
    List<String> users = tables.get(0);
    List<String> locales = tables.get(1);
    return new Wired(
        new Condition("username", Match.EQUAL, users, Levels.some(users), List.of("dev-7")),
        new Condition("locale", Match.PREFIX, locales, Levels.some(locales), List.of("en_US")));
  }
}
