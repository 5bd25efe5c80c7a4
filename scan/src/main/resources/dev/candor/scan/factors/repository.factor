# The files of the work folder as a fact: which there are, which have changed, whether it is a repository at all.
# Sources: Node's fs, Deno, Python's os, pathlib and glob, git-ls-files(1), git-status(1), git-diff(1), VS Code.

js require("fs").readdirSync(process.cwd())
js require("fs").readdirSync(".")
js require("fs").readdirSync("./")
js require("fs").readdir(process.cwd())
js require("fs").readdir(".")
js require("fs").promises.readdir(process.cwd())
js require("fs").promises.readdir(".")
js require("fs/promises").readdir(process.cwd())
js require("fs/promises").readdir(".")
js require("fs").opendirSync(process.cwd())
js require("fs").opendirSync(".")
js require("fs").promises.opendir(process.cwd())
js require("fs/promises").opendir(process.cwd())
js Deno.readDirSync(Deno.cwd())
js Deno.readDirSync(".")
js Deno.readDir(Deno.cwd())
js Deno.readDir(".")
js require("fs").existsSync(".git")
js require("fs").existsSync(require("path").join(process.cwd(), ".git"))
js require("fs").existsSync(require("path").resolve(process.cwd(), ".git"))
js require("fs").existsSync(require("path").resolve(".git"))
js require("child_process").execSync("ls")
js require("child_process").execSync("git status")
js require("child_process").execSync("git ls-files")
js require("child_process").execSync("git diff")
js require("vscode").workspace.findFiles()

# Some lines name a flag so that two words are left where the git program comes out of a variable
runs git ls-files
runs git ls-files --others
runs git ls-files --cached
runs git ls-files --full-name
runs git ls-files -z
runs git ls-tree HEAD
runs git ls-tree -r
runs git ls-tree --name-only
runs git status --porcelain
runs git status --porcelain=v1
runs git status --porcelain=v2
runs git status --short
runs git status -s
runs git status -sb
runs git status -uno
runs git diff HEAD
runs git diff --cached
runs git diff --staged
runs git diff --stat
runs git diff --shortstat
runs git diff --numstat
runs git diff --name-only
runs git diff --name-status
runs git diff --quiet
runs git diff-index HEAD
runs git diff-index --quiet
runs git worktree list --porcelain
runs git count-objects
runs git rev-parse --is-inside-work-tree
runs git rev-parse --is-bare-repository
runs git rev-parse --git-dir
runs git rev-parse --absolute-git-dir
runs git rev-parse --git-common-dir

library require("simple-git").simpleGit().diffSummary()
library require("simple-git").simpleGit().checkIsRepo()
library require("simple-git")().diffSummary()
library require("simple-git")().checkIsRepo()
library require("isomorphic-git").listFiles()
library require("isomorphic-git").statusMatrix()
library require("isomorphic-git").findRoot()

python os.listdir(".")
python os.listdir(os.getcwd())
python os.scandir(".")
python os.scandir(os.getcwd())
python os.walk(".")
python os.walk(os.getcwd())
python pathlib.Path.cwd().iterdir()
python pathlib.Path.cwd().glob()
python pathlib.Path.cwd().rglob()
python pathlib.Path(".").iterdir()
python pathlib.Path(".").glob()
python pathlib.Path(".").rglob()
python glob.glob("*")
python glob.glob("**/*")
python os.path.isdir(".git")
python git.Repo().is_dirty()
python git.Repo().untracked_files
python pygit2.discover_repository(os.getcwd())
