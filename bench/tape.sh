#!/bin/sh
# Measures size and time of recordings in each form that there is, and prints them as Markdown.
#
#   bench/tape.sh [EXCHANGES [BYTES OF A PROMPT [ROUNDS]]]
set -eu

. "$(dirname "$0")/common.sh"
home=$(cd -P "$bench/.." && pwd)
. "$home/launcher/find-jdk.sh"
. "$home/launcher/find-maven.sh"
find_jdk || {
  say_no_jdk tape.sh
  exit 2
}
find_maven || {
  say_no_maven tape.sh
  exit 2
}

make_work_folder

(cd "$home" && JAVA_HOME=$jdk "$mvn" -B -ntp -q -pl bench -am package \
  -Dmaven.test.skip=true -Dspotless.check.skip=true) >"$work/build.log" 2>&1 || {
  echo "tape.sh: the build failed:" >&2
  grep -m 5 -F '[ERROR]' "$work/build.log" >&2
  exit 2
}

echo "$(date -u '+%F %R') UTC, $jdk_name, load before: $(cut -d ' ' -f 1 /proc/loadavg)."
echo
"$jdk/bin/java" -Xmx3g --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir="$work" \
  -cp "$bench/target/classes:$bench/target/lib/*" \
  dev.candor.wire.TapeCost "${1:-5000}" "${2:-60000}" "${3:-5}"
