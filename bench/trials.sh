#!/bin/sh
# Measures what a trial in the closed room takes beyond what its tool takes, beside the same program
# under a bare unshare, with a warm keeper: one at a time, and eight at once. Prints Markdown; ends
# with 1 if the limit is exceeded.
#
#   bench/trials.sh [ROUNDS]     default: 10
set -eu

. "$(dirname "$0")/common.sh"
home=$(cd -P "$bench/.." && pwd)
. "$home/launcher/find-jdk.sh"
. "$home/launcher/find-maven.sh"
need unshare ip
find_jdk || {
  say_no_jdk trials.sh
  exit 2
}
find_maven || {
  say_no_maven trials.sh
  exit 2
}

make_work_folder
(cd "$home" && JAVA_HOME=$jdk "$mvn" -B -ntp -q -pl bench -am package \
  -Dmaven.test.skip=true -Dspotless.check.skip=true) >"$work/build.log" 2>&1 || {
  echo "trials.sh: the build failed:" >&2
  grep -m 5 -F '[ERROR]' "$work/build.log" >&2
  exit 2
}

echo "$(date -u '+%F %R') UTC, $(nproc) processors, load before: $(cut -d ' ' -f 1 /proc/loadavg)."
echo
echo "| trials at once | in the room, ms | bare, ms | beyond, ms | limit |"
echo "| --- | --- | --- | --- | --- |"
status=0
for at_once in 1 8; do
  two_cores "$jdk/bin/java" --enable-native-access=ALL-UNNAMED \
    -cp "$bench/target/classes:$bench/target/lib/*" dev.candor.lab.trial.TrialOverhead \
    "${1:-10}" "$at_once" || status=1
done
exit $status
