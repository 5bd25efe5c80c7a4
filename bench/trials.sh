#!/bin/sh
# Measures what a trial in the closed room takes beyond what its tool takes, beside the same program
# under a bare unshare, with a warm keeper: one at a time, and eight at once. Prints Markdown; ends
# with 1 if the limit is exceeded.
#
#   bench/trials.sh [ROUNDS]     default: 10
set -eu

. "$(dirname "$0")/common.sh"
need unshare ip

make_work_folder
build_bench trials.sh

echo "$(date -u '+%F %R') UTC, $(nproc) processors, load before: $(cut -d ' ' -f 1 /proc/loadavg)."
echo
echo "| trials at once | in the room, ms | bare, ms | beyond, ms | limit |"
echo "| --- | --- | --- | --- | --- |"
status=0
for at_once in 1 8; do
  two_cores "$jdk/bin/java" --enable-native-access=ALL-UNNAMED \
    -cp "$bench_classes" dev.candor.lab.trial.TrialOverhead \
    "${1:-10}" "$at_once" || status=1
done
exit $status
