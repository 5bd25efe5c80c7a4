# The name and mail address under which the user commits.
# Sources: git-config(1), git-var(1), git(1) (GIT_AUTHOR_NAME and others), the documentation of the libraries.
# A path that ends in .gitconfig is not a source by itself: tools name it to protect or to write it. The reading of it is.

env GIT_AUTHOR_NAME
env GIT_AUTHOR_EMAIL
env GIT_COMMITTER_NAME
env GIT_COMMITTER_EMAIL

runs git config user.email $
runs git config user.name $
runs git config get user.email $
runs git config get user.name $
runs git config user.signingkey $
runs git config author.email $
runs git config author.name $
runs git config --get-regexp ^user
runs git config --get-regexp ^user\.
runs git var GIT_AUTHOR_IDENT
runs git var GIT_COMMITTER_IDENT

js require("fs").readFileSync(require("path").join(require("os").homedir(), ".gitconfig"))
js require("fs").promises.readFile(require("path").join(require("os").homedir(), ".gitconfig"))
js require("fs/promises").readFile(require("path").join(require("os").homedir(), ".gitconfig"))
js require("fs").readFileSync(require("path").join(require("os").homedir(), ".config", "git", "config"))
js require("fs").promises.readFile(require("path").join(require("os").homedir(), ".config", "git", "config"))
js require("fs/promises").readFile(require("path").join(require("os").homedir(), ".config", "git", "config"))

library require("git-user-name")()
library require("git-user-email")()
library require("simple-git").simpleGit().getConfig("user.email")
library require("simple-git").simpleGit().getConfig("user.name")
library require("simple-git").simpleGit().listConfig()
library require("simple-git")().getConfig("user.email")
library require("simple-git")().getConfig("user.name")
library require("simple-git")().listConfig()

python git.Repo().config_reader().get_value("user", "email")
python git.Repo().config_reader().get_value("user", "name")
python git.config.GitConfigParser().get_value("user", "email")
python git.config.GitConfigParser().get_value("user", "name")
python git.Actor.committer()
python pygit2.Repository().default_signature
python pygit2.Config.get_global_config()
