# The editor or development environment around the tool, or the one that the user prefers.
# Sources: environ(7) (EDITOR, VISUAL), git-var(1), the documentation of the editors, launchd (the bundle that started a process).

env EDITOR
env VISUAL
env GIT_EDITOR
env GIT_SEQUENCE_EDITOR
env TERMINAL_EMULATOR
env __CFBundleIdentifier

env ANTIGRAVITY_CLI_ALIAS
env CURSOR_AGENT
env CURSOR_TRACE_ID
env EMACS
env IDEA_INITIAL_DIRECTORY
env INSIDE_EMACS
env INTELLIJ_ENVIRONMENT_READER
env INTELLIJ_TERMINAL_COMMAND_BLOCKS
env INTELLIJ_TERMINAL_COMMAND_BLOCKS_REWORKED
env JETBRAINS_IDE
env JPY_PARENT_PID
env MONOSPACE_ENV
env NVIM
env NVIM_LISTEN_ADDRESS
env POSITRON
env PYCHARM_HOSTED
env RSTUDIO
env TERM_PRODUCT
env VIM
env VIMRUNTIME
env VIM_TERMINAL
env VSCODE_*
env VSINSTALLDIR
env VisualStudioVersion
env XCODE_VERSION_ACTUAL
env ZED_*

runs git var GIT_EDITOR
runs git config core.editor

js require("vscode").env.appName
js require("vscode").env.appHost
js require("vscode").env.appRoot
js require("vscode").env.uriScheme

library require("env-editor").defaultEditor()
