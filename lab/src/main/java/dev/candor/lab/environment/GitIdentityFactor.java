package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import dev.candor.core.InputException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who commits. */
@AutoService(Factor.class)
public final class GitIdentityFactor implements Factor {
  private static final Pattern IDENTITY =
      Pattern.compile("([^<>\"\\\\\\p{Cntrl}]+?) *<([^<>\"\\\\\\s]+)>");

  @Override
  public String name() {
    return "git-identity";
  }

  @Override
  public String base() {
    return "Tamsin Okoro-Vale <tamsin@okoro-vale.example.org>";
  }

  @Override
  public String meaning() {
    return "who commits, as NAME <MAIL>, in ~/.gitconfig and the history; none leaves it out";
  }

  /** All of it, the name, the mail address, and the domain of that. */
  @Override
  public List<String> readings(String level) {
    Matcher matcher = IDENTITY.matcher(level);
    if (!matcher.matches()) {
      return List.of(level);
    }
    String mail = matcher.group(2);
    return List.of(level, matcher.group(1), mail, mail.substring(mail.lastIndexOf('@') + 1));
  }

  @Override
  public List<String> having(String reading) {
    return List.of(
        reading,
        "Tamsin Okoro-Vale <tamsin@" + reading + ">",
        "Tamsin Okoro-Vale <" + reading + ">",
        reading + " <tamsin@okoro-vale.example.org>");
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (level.equals(NONE)) {
      return;
    }
    Matcher matcher = IDENTITY.matcher(level);
    if (!matcher.matches()) {
      throw new InputException("git-identity cannot be " + level + "; give NAME <MAIL>.");
    }
    scene.git.identity =
        Optional.of(new GitRepository.Identity(matcher.group(1), matcher.group(2)));
    scene.file(
        "~/.gitconfig",
        "[user]\n\tname = %s\n\temail = %s\n".formatted(matcher.group(1), matcher.group(2)));
    scene.fact(name(), matcher.group(1));
    scene.fact(name(), matcher.group(2));
  }
}
