#!/bin/sh
# Measures size and time of recordings in each form that there is, and prints them as Markdown.
#
#   bench/tape.sh [EXCHANGES [BYTES OF A PROMPT [ROUNDS]]]
set -eu

. "$(dirname "$0")/common.sh"

make_work_folder
build_bench tape.sh

echo "$(date -u '+%F %R') UTC, $jdk_name, load before: $(cut -d ' ' -f 1 /proc/loadavg)."
echo
"$jdk/bin/java" -Xmx3g --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir="$work" \
  -cp "$bench_classes" \
  dev.candor.wire.TapeCost "${1:-5000}" "${2:-60000}" "${3:-5}"
