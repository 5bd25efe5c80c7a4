package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** Whether a build service seems to run the tool. */
@AutoService(Factor.class)
public final class CiFactor implements Factor {
  @Override
  public String name() {
    return "ci";
  }

  @Override
  public String base() {
    return NONE;
  }

  @Override
  public String meaning() {
    return "a build service: github, gitlab, jenkins, circleci, travis, azure, buildkite, or another name for CI; none leaves it out";
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (level.equals(NONE)) {
      return;
    }
    scene.variable("CI", "true");
    // Named by each service's documentation of its default variables.
    switch (level) {
      case "github" -> {
        scene.variable("GITHUB_ACTIONS", "true");
        scene.variable("GITHUB_REPOSITORY", "vale/marrow-lantern");
        scene.variable("RUNNER_OS", "Linux");
      }
      case "gitlab" -> scene.variable("GITLAB_CI", "true");
      case "jenkins" -> scene.variable("JENKINS_URL", "https://jenkins.kestrel-yard.example.org/");
      case "circleci" -> scene.variable("CIRCLECI", "true");
      case "travis" -> scene.variable("TRAVIS", "true");
      case "azure" -> scene.variable("TF_BUILD", "True");
      case "buildkite" -> scene.variable("BUILDKITE", "true");
      default -> scene.variable("CI", level);
    }
  }
}
