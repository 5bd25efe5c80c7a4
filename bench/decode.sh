#!/bin/sh
# Measures candor decode on logs of 1 GB, and prints the figures as Markdown.
#
#   bench/decode.sh [ROUNDS]
set -eu

. "$(dirname "$0")/common.sh"
need awk gzip
make_work_folder
rounds=${1:-3}

# $1: bytes; $2: 1 for a line feed behind each record, 0 for none; $3: every how many records one has the sentence, 0 for none.
records() {
  awk -v size="$1" -v feed="$2" -v every="$3" 'BEGIN {
    for (i = 0; i < 20; i++) text = text "It is what the user" "\047" "s file says, and the date is not known \342\200\224 so far. "
    for (n = 1; written < size; n++) {
      sentence = every && n % every == 0 ? "Today\312\271s date is 2026/07/01." : ""
      record = "{\"type\":\"user\",\"message\":{\"content\":[{\"text\":\"" text sentence "\"}]},\"timestamp\":\"2026-07-01T03:04:05.678Z\"}" (feed ? "\n" : ",")
      printf "%s", record
      written += length(record)
    }
  }'
}

# $1: a name; $2: the file; $3: how many bytes are in it. The heap is too small to hold much of it.
measure() {
  size=$3
  best=
  for _ in $(seq "$rounds"); do
    start=$(date +%s%N)
    status=0
    CANDOR_JAVA_OPTIONS=-Xmx128m "$candor" decode "$2" >"$work/out" || status=$?
    [ "$status" -le 1 ] || exit 1
    took=$((($(date +%s%N) - start) / 1000000))
    if [ -z "$best" ] || [ "$took" -lt "$best" ]; then best=$took; fi
  done
  awk -v name="$1" -v size="$size" -v ms="$best" -v said="$(head -n 1 "$work/out")" \
    'BEGIN { printf "| %s | %.0f | %.2f | %.0f | %s |\n", name, size / 1e6, ms / 1e3, size / 1e3 / ms, said }'
}

"$candor" --version >"$work/version"
echo "$(date -u '+%F %R') UTC, least of $rounds, 128 MB of heap, load before: $(cut -d ' ' -f 1 /proc/loadavg)."
echo
echo "| log | MB | s | MB/s | result |"
echo "| --- | --- | --- | --- | --- |"
records 1000000000 1 0 >"$work/log"
size=$(wc -c <"$work/log")
measure "JSON lines without the sentence" "$work/log" "$size"
gzip -1 <"$work/log" >"$work/log.gz"
measure "the same, by gzip" "$work/log.gz" "$size"
rm "$work/log.gz"
records 1000000000 0 0 >"$work/log"
measure "one line without the sentence" "$work/log" "$(wc -c <"$work/log")"
records 1000000000 1 100 >"$work/log"
measure "the sentence in every 100th line" "$work/log" "$(wc -c <"$work/log")"
records 200000000 1 1 >"$work/log"
measure "the sentence in every line" "$work/log" "$(wc -c <"$work/log")"
