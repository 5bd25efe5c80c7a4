#!/bin/sh
# Measures what inference takes, each time in a new Java. Prints Markdown; ends with 1 if the limit is
# exceeded.
#
#   bench/inference.sh [TRIALS [BYTES OF A REQUEST]]     default: 1000 100000
set -eu

. "$(dirname "$0")/common.sh"

make_work_folder
build_bench inference.sh

echo "$(date -u '+%F %R') UTC, $jdk_name, $(nproc) processors, load before: $(cut -d ' ' -f 1 /proc/loadavg)."
echo
echo "| trials | bytes | s | signals | limit |"
echo "| --- | --- | --- | --- | --- |"
status=0
for _ in 1 2 3; do
  two_cores "$jdk/bin/java" -Xmx2g -cp "$bench_classes" dev.candor.lab.inference.InferenceTime \
    "${1:-1000}" "${2:-100000}" || status=1
done
exit $status
