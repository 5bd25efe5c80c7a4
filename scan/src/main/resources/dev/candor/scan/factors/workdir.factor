# The work folder: the path in which the tool was started, or of the work tree around it.
# Sources: Node's process, Deno, Python's os and pathlib, POSIX (PWD), npm (INIT_CWD), Yarn (PROJECT_CWD), git-rev-parse(1), VS Code.

env PWD
env OLDPWD
env INIT_CWD
env PROJECT_CWD
env npm_config_local_prefix
env CLAUDE_CODE_WORKSPACE_HOST_PATHS
env GEMINI_CLI_IDE_WORKSPACE_PATH
env QWEN_CODE_IDE_WORKSPACE_PATH

js process.cwd()
js Deno.cwd()
js require("fs").realpathSync(".")
js require("child_process").execSync("pwd")
js require("child_process").execFileSync("pwd")
js require("child_process").spawnSync("pwd")
js require("vscode").workspace.workspaceFolders
js require("vscode").workspace.rootPath

file /proc/self/cwd

runs git rev-parse --show-toplevel
runs git rev-parse --show-prefix
runs git rev-parse --show-cdup

library require("find-git-root")()
library require("git-root")()
library require("pkg-dir").packageDirectory()
library require("pkg-dir").packageDirectorySync()
library require("simple-git").simpleGit().revparse("--show-toplevel")
library require("simple-git")().revparse("--show-toplevel")

python os.getcwd()
python os.getcwdb()
python os.path.abspath(".")
python pathlib.Path.cwd()
python pathlib.Path(".").absolute()
python git.Repo().working_dir
python git.Repo().working_tree_dir
