# What was committed, and where the work stands: commits, their authors and dates, branches, tags.
# Sources: git-log(1), git-rev-parse(1), gitrepository-layout(5), the documentation of the libraries.

# Some lines name a flag so that two words are left where the git program comes out of a variable
runs git log
runs git log --oneline
runs git log -1
runs git log -n
runs git log -g
runs git log --format=%H
runs git log --format=%ae
runs git log --format=%an
runs git log --format=%cI
runs git log --format=%s
runs git log --pretty=format:%H
runs git log --pretty=oneline
runs git log --pretty=format:
runs git shortlog
runs git shortlog -sne
runs git shortlog -sn
runs git reflog
runs git blame
runs git show HEAD
runs git show --stat
runs git rev-parse HEAD
runs git rev-parse ORIG_HEAD
runs git rev-parse HEAD@{1}
runs git rev-parse @{u}
runs git rev-parse @{upstream}
runs git rev-parse --short
runs git rev-parse --abbrev-ref
runs git rev-list
runs git rev-list HEAD
runs git rev-list --count
runs git rev-list --max-count=1
runs git rev-list --max-parents=0
runs git describe
runs git describe --tags
runs git describe --always
runs git name-rev HEAD
runs git merge-base HEAD
runs git branch --show-current
runs git branch --list
runs git branch --contains
runs git branch --format=%(refname:short)
runs git branch -a
runs git branch -r
runs git branch -v
runs git branch -vv
runs git tag --list
runs git tag -l
runs git tag --points-at
runs git for-each-ref
runs git for-each-ref refs/heads
runs git for-each-ref refs/
runs git show-ref
runs git show-ref --verify
runs git show-ref --heads
# Without a flag it may be the form that sets HEAD
runs git symbolic-ref --short HEAD
runs git symbolic-ref -q HEAD
runs git symbolic-ref --quiet HEAD

file .git/HEAD
file .git/ORIG_HEAD
file .git/FETCH_HEAD
file .git/packed-refs
file .git/logs/HEAD
file .git/refs/heads/main
file .git/refs/heads/master

library require("git-repo-info")()
library require("current-git-branch")()
library require("git-branch")()
library require("simple-git").simpleGit().branchLocal()
library require("simple-git").simpleGit().tags()
library require("simple-git").simpleGit().revparse("HEAD")
library require("simple-git")().branchLocal()
library require("simple-git")().tags()
library require("simple-git")().revparse("HEAD")
library require("isomorphic-git").currentBranch()
library require("isomorphic-git").listBranches()
library require("isomorphic-git").resolveRef()

python git.Repo().head.commit
python git.Repo().active_branch
python git.Repo().branches
python git.Repo().tags
python git.Repo().iter_commits()
python dulwich.porcelain.active_branch()
