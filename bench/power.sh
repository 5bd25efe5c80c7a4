#!/bin/sh
# Runs made-up experiments by the hundred, in which nothing runs: how many trials it takes to find
# what is there, and how often something is found where nothing is. Prints Markdown.
#
#   bench/power.sh
set -eu

. "$(dirname "$0")/common.sh"
home=$(cd -P "$bench/.." && pwd)
. "$home/launcher/find-jdk.sh"
. "$home/launcher/find-maven.sh"
find_jdk || {
  say_no_jdk bench/power.sh
  exit 2
}
find_maven || {
  say_no_maven bench/power.sh
  exit 2
}
make_work_folder
status=0
(cd "$home" && JAVA_HOME=$jdk "$mvn" -B -ntp -pl audit -am verify -Dtest=PowerTest \
  -Dcandor.test.excludedGroups=field -Dsurefire.failIfNoSpecifiedTests=false) >"$work/log" || status=$?
grep -aE '^(\||without dependence)' "$work/log" || true
[ "$status" -eq 0 ] || {
  echo "bench/power.sh: the tests failed:" >&2
  grep -a -m 20 -F '[ERROR]' "$work/log" >&2
}
exit "$status"
