#!/bin/sh
# Measures `candor scan` as a whole process, beside grep on the same files in the same run.
# Prints Markdown; ends with 1 if a limit is exceeded.
#
#   bench/scan.sh [limits] [sizes]     default: both
#
# Needs npm (to fetch the two packages), GNU grep, perl, and 1.4 GB below ${TMPDIR:-/tmp}.
# CANDOR names another build's launcher, RUNS another number of runs than 5.
set -eu

. "$(dirname "$0")/common.sh"
need npm tar grep perl awk nproc
runs=${RUNS:-5}
over=0

# Reads a file into the file cache.
warm() { cat "$@" >/dev/null; }

# One verdict cell; remembers whether a limit was exceeded.
judge() {
  judged=$(verdict "$1" "$2")
  [ "$judged" = PASS ] || over=1
}

# What the last scan answered: speed is worth nothing if it found less, or did not see everything.
result() {
  head -n 1 "$work/stdout" | tr -d '\n'
  if grep -q '^ *Not seen' "$work/stdout"; then printf '; not everything seen'; fi
}

# limits_row NAME FILE SECONDS TIMES-GREP: measures and prints one row.
limits_row() {
  warm "$2"
  : >"$work/grep.s"
  : >"$work/some.s"
  : >"$work/scan.s"
  i=0
  # In turns, so that all see the same machine.
  while [ $i -lt "$runs" ]; do
    seconds env LC_ALL=C grep -a -c -F -f "$work/backwards.txt" "$2" >>"$work/grep.s"
    seconds env LC_ALL=C grep -a -c -F -f "$bench/literals.txt" "$2" >>"$work/some.s"
    seconds "$candor" scan "$2" >>"$work/scan.s"
    i=$((i + 1))
  done
  grep_s=$(median <"$work/grep.s")
  some_s=$(median <"$work/some.s")
  scan_s=$(median <"$work/scan.s")
  # shellcheck disable=SC2046 # four numbers
  set -- "$1" "$(wc -c <"$2")" "$3" "$4" $(used "$candor" scan "$2")
  ratio=$(calc %.1f a/b "$scan_s" "$grep_s")
  other=$(calc %.1f a/b "$scan_s" "$some_s")
  judge "$scan_s" "$3"
  time_verdict="$judged (≤ $3 s)"
  ratio_verdict=—
  if [ "$4" != - ]; then
    judge "$ratio" "$4"
    ratio_verdict="$judged (≤ $4 ×)"
  fi
  judge "$7" 1536
  echo "| $1 | $(calc %.0f a/b "$2" 1e6) | $grep_s ($some_s) | $scan_s ($(sort -n "$work/scan.s" | sed -n '1p;$p' | paste -sd - -)) | $time_verdict | $ratio ($other) | $ratio_verdict | $8 | $5 + $6, $7 | $judged (≤ 1536) | $(result) |"
}

limits() {
  echo "Median of $runs, in seconds; the range in brackets. CPU time and memory are of one more run; memory is the peak of the"
  echo "main process + that of its largest child (the interpreter), then both at one moment, in MiB. grep looks for 50 common"
  echo "words backwards, of which there are next to none, so that it reads everything; in brackets for the words themselves,"
  echo "where it leaves out the rest of each line behind the first."
  echo
  echo "| input | MB | grep s | scan s | limit | × grep | limit | CPU s | MiB | limit | result |"
  echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
  limits_row "2.1.196 executable" "$executable" 4 10
  limits_row "2.1.91 cli.js" "$script" 2.5 -
  echo
}

# Prints the first $2 bytes of endless repetitions of file $1.
repeated() {
  # cat ends with a broken pipe once head has enough.
  (while cat "$1" 2>/dev/null; do :; done) | head -c "$2"
}

# size_row NAME FILE MB RUNS: measures one file and prints its row but for the growth. Time and memory
# are of the same runs; sets scan_s.
size_row() {
  warm "$2"
  grep_s=$(seconds env LC_ALL=C grep -a -c -F -f "$work/backwards.txt" "$2")
  : >"$work/scan.s"
  most=0
  i=0
  while [ $i -lt "$4" ]; do
    seconds perl "$bench/peak.pl" "$candor" scan "$2" 3>"$work/used" >>"$work/scan.s"
    read -r main child sum cpu <"$work/used"
    if [ "$sum" -gt "$most" ]; then most=$sum peak="$main + $child, $sum"; fi
    i=$((i + 1))
  done
  scan_s=$(median <"$work/scan.s")
  judge "$most" 1536
  echo "| $1 | $3 | $grep_s | $scan_s | $cpu | $(calc %.1f a/b "$3" "$scan_s") | $peak | $judged (≤ 1536) | $(result) |"
}

# sizes_of NAME FILE SUFFIX: a row for each size, and whether time grew no faster than the size.
sizes_of() {
  quarter=
  for mb in 10 50 250 1000; do
    big=$work/big$3
    repeated "$2" $((mb * 1000000)) >"$big"
    # The largest takes long, and is the only one of its kind that the growth is judged by.
    if [ $mb = 1000 ]; then size_row "$1" "$big" $mb 1; else size_row "$1" "$big" $mb 3; fi
    rm "$big"
    if [ $mb = 250 ]; then quarter=$scan_s; fi
  done
  growth=$(calc %.2f a/b "$scan_s" "$quarter")
  judge "$growth" 4.8
  growths="$growths- $1, from 250 MB to 1 GB: $growth × the time for 4 × the size, $judged (≤ 4.8)
"
}

sizes() {
  growths=
  echo "The file repeated and cut to the size; median of 3 (1 for 1 GB), in seconds; CPU time and memory as above, but of these"
  echo "runs. The JavaScript in the executable begins behind 225 MB of other data, so its rows below 250 MB are of another"
  echo "kind."
  echo
  echo "| input | MB | grep s | scan s | CPU s | MB/s | MiB | limit | result |"
  echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
  sizes_of "cli.js" "$script" .js
  sizes_of "executable" "$executable" ""
  echo
  printf '%s\n' "$growths"
}

make_work_folder
unpack_package @anthropic-ai/claude-code@2.1.91 script
unpack_package @anthropic-ai/claude-code-linux-x64@2.1.196 executable
script=$work/script/package/cli.js
executable=$work/executable/package/claude
[ -f "$script" ] && [ -f "$executable" ]
perl -lne 'print scalar reverse' "$bench/literals.txt" >"$work/backwards.txt"

"$candor" --version >/dev/null # builds what is out of date, before anything is measured
heading
[ $# -gt 0 ] || set -- limits sizes
for part; do
  case $part in
    limits | sizes) "$part" ;;
    *)
      echo "scan.sh: there is no part $part" >&2
      exit 2
      ;;
  esac
done
exit $over
