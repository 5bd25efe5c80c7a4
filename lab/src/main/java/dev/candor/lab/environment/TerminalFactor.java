package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** The terminal that variables tell of; no terminal is there. */
@AutoService(Factor.class)
public final class TerminalFactor implements Factor {
  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public String base() {
    return "xterm-256color";
  }

  @Override
  public String meaning() {
    return "the terminal: a value of TERM, or a program such as vscode, iTerm.app, tmux; none leaves it out";
  }

  @Override
  public void furnish(Scene scene, String level) {
    switch (level) {
      case NONE -> {}
      case "vscode", "iTerm.app", "Apple_Terminal", "WarpTerminal", "ghostty", "WezTerm" -> {
        scene.variable("TERM", "xterm-256color");
        scene.variable("TERM_PROGRAM", level);
        scene.fact(name(), level);
      }
      case "tmux" -> {
        scene.variable("TERM", "tmux-256color");
        scene.variable("TMUX", "/tmp/tmux-1000/default,311,0");
        scene.fact(name(), "tmux-256color");
      }
      default -> {
        scene.variable("TERM", level);
        scene.fact(name(), level);
      }
    }
  }
}
