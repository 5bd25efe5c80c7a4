#!/bin/sh
# Measures candor campaigns detect on 28.8 million exchanges and, with "ten", on ten times as many, beside a bare
# count(DISTINCT account) in the same engine. Prints Markdown; ends with 1 if a limit is exceeded. The smaller log is
# looked through three times, and the run in the middle counts.
#
#   bench/campaigns.sh [ten] [LOG]      LOG: a folder of Parquet; without it one is simulated, with seed SEED (5)
#
# Needs 2 GB of disk, with "ten" 30 GB, and 8 GiB of memory. WORK names the folder for it; default: that of mktemp.
set -eu

. "$(dirname "$0")/common.sh"
need perl
ten=
if [ "${1:-}" = ten ]; then
  ten=yes
  shift
fi
TMPDIR=${WORK:-${TMPDIR:-/tmp}}
make_work_folder
build_bench campaigns.sh
"$candor" --version >/dev/null

log=${1:-$work/log/exchanges}
[ -d "$log" ] || "$candor" campaigns simulate --output "$work/log" --organic-accounts 162000 --exchanges 19460000 \
  --campaign-accounts 8100 --campaign-exchanges 9340000 --seed "${SEED:-5}" >/dev/null

bare() { two_cores "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -cp "$bench_classes" dev.candor.campaign.log.BareScan "$1"; }

# Prints seconds and the peak of memory in MiB.
detect() {
  from=$(date +%s.%N)
  set -- $(used "$candor" campaigns detect "$1" --output "$work/out")
  to=$(date +%s.%N)
  echo "$(calc %.1f 'b - a' "$from" "$to") $3"
}

heading
echo "| exchanges | accounts | bare count, s | detect, s | ratio | memory, MiB | limit |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
status=0

# A row of the table for log $1, with limit $2 in seconds, of $3 runs. Sets took.
row() {
  bare "$1" >/dev/null # into the file cache
  set -- "$1" "$2" $(bare "$1") \
    $(for _ in $(seq "$3"); do detect "$1"; done | sort -n | sed -n "$((($3 + 1) / 2))p")
  took=$6
  speed=$(verdict "$6" "$2")
  room=$(verdict "$7" 8192)
  echo "| $3 | $4 | $5 | $6 | $(calc %.0f 'a / b' "$6" "$5") | $7 | $speed ($2 s), $room (8 GiB) |"
  [ "$speed" = PASS ] && [ "$room" = PASS ] || status=1
}

row "$log" 60 3
if [ -n "$ten" ]; then
  two_cores "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -cp "$bench_classes" dev.candor.campaign.log.Copies \
    "$log" "$work/ten" 10
  row "$work/ten" "$(calc %.0f 'a * 12' "$took" 0)" 1
fi
exit $status
