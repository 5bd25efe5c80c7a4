# The terminal: which one, on top of which multiplexer, near or over SSH.
# Sources: term(7), ssh(1), tmux(1), screen(1) and the documentation of the terminals.
# Whether standard output is a terminal, its size, and wishes such as NO_COLOR are not listed: they do not say which terminal it is.

env TERM
env TERMCAP
env TERMINAL
env TERMINFO
env TERM_FEATURES
env TERM_PROGRAM
env TERM_PROGRAM_VERSION
env TERM_SESSION_ID
env COLORTERM
env COLORFGBG
env LC_TERMINAL
env LC_TERMINAL_VERSION
env WINDOWID

env ALACRITTY_LOG
env ALACRITTY_SOCKET
env ALACRITTY_WINDOW_ID
env ANSICON
env CMDER_ROOT
env ConEmuANSI
env ConEmuPID
env ConEmuTask
env GHOSTTY_BIN_DIR
env GHOSTTY_RESOURCES_DIR
env GNOME_TERMINAL_SCREEN
env GNOME_TERMINAL_SERVICE
env ITERM_PROFILE
env ITERM_SESSION_ID
env KITTY_*
env KONSOLE_*
env MSYSTEM
env SESSIONNAME
env TERMINATOR_UUID
env TERMINUS_SUBLIME
env TERMUX_VERSION
env TILIX_ID
env VTE_VERSION
env WARP_IS_LOCAL_SHELL_SESSION
env WEZTERM_*
env WT_PROFILE_ID
env WT_SESSION
env XTERM_VERSION

env BYOBU_BACKEND
env SHPOOL_SESSION_NAME
env STY
env TMUX
env TMUX_PANE
env ZELLIJ
env ZELLIJ_*

env SSH_CLIENT
env SSH_CONNECTION
env SSH_TTY

runs tmux display-message
