# Where the work folder's repository comes from: the address of its remote, the remote's names.
# Sources: git-remote(1), git-config(1), git-ls-remote(1), the documentation of the libraries.
# A path that ends in .git/config is not a source by itself: tools name it to protect it. The reading of it is.

runs git remote -v
runs git remote --verbose
runs git remote get-url
runs git remote show origin
runs git config remote.origin.url $
runs git config remote.upstream.url $
runs git config remote.origin.pushurl $
runs git config get remote.origin.url $
runs git config --get-regexp ^remote
runs git config --get-regexp ^remote\.
runs git config --get-regexp ^remote\..*\.url$
runs git config --get-regexp remote\..*\.url
runs git ls-remote --get-url
runs git symbolic-ref refs/remotes/origin/HEAD

js require("child_process").execSync("git remote")
js require("fs").readFileSync(".git/config")
js require("fs").promises.readFile(".git/config")
js require("fs/promises").readFile(".git/config")
js require("fs").readFileSync(require("path").join(process.cwd(), ".git/config"))
js require("fs").readFileSync(require("path").join(process.cwd(), ".git", "config"))
js require("fs").readFileSync(require("path").resolve(process.cwd(), ".git/config"))
js require("fs").promises.readFile(require("path").join(process.cwd(), ".git/config"))
js require("fs").promises.readFile(require("path").join(process.cwd(), ".git", "config"))
js require("fs/promises").readFile(require("path").join(process.cwd(), ".git/config"))
js require("fs/promises").readFile(require("path").join(process.cwd(), ".git", "config"))

library require("git-remote-origin-url")()
library require("remote-origin-url")()
library require("gitconfiglocal")()
library require("parse-git-config")()
library require("git-username")()
library require("git-rev-sync").remoteUrl()
library require("simple-git").simpleGit().getRemotes()
library require("simple-git").simpleGit().getConfig("remote.origin.url")
library require("simple-git")().getRemotes()
library require("simple-git")().getConfig("remote.origin.url")
library require("isomorphic-git").listRemotes()

python git.Repo().remotes
python pygit2.Repository().remotes
python dulwich.porcelain.get_remote_repo()
