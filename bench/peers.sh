#!/bin/sh
# Measures `candor scan` beside js-x-ray and webcrack on claude-code 2.1.91's cli.js, in one run.
# Prints Markdown; ends with 1 if candor is not 4 times faster than each, or misses a list.
#
#   bench/peers.sh
#
# Needs npm and Node.js 20 or newer; the two tools are installed in a temporary folder, without their
# install scripts. A run of one of them may take LIMIT seconds (300) and a heap of HEAP MB (6144).
set -eu

. "$(dirname "$0")/common.sh"
need npm node tar perl awk nproc timeout
limit=${LIMIT:-300}
heap=${HEAP:-6144}
over=0

# peer_row TOOL PACKAGE RUNS: measures and prints one row. Memory is taken in the same runs.
peer_row() {
  version=$(sed -n 's/^ *"version": *"\(.*\)",*$/\1/p' "$work/node_modules/$2/package.json")
  : >"$work/s"
  : >"$work/mib"
  i=0
  status=0
  while [ $i -lt "$3" ]; do
    i=$((i + 1))
    from=$(date +%s.%N)
    # timeout is peak.pl's main process, the tool its child.
    two_cores perl "$bench/peak.pl" timeout "$limit" \
      node --max-old-space-size="$heap" "$work/$1.mjs" "$script" "$work/words.json" \
      3>"$work/used" >"$work/stdout" 2>"$work/stderr" || {
      status=$?
      break
    }
    echo "$(date +%s.%N) $from" | awk '{ printf "%.2f\n", $1 - $2 }' >>"$work/s"
    cut -d ' ' -f 2 "$work/used" >>"$work/mib"
  done
  if [ "$status" = 124 ]; then
    echo "| $1 $version | > $limit | > $(calc %.1f a/b "$limit" "$candor_s") | — | no result in that time |"
    return
  fi
  if [ "$status" != 0 ]; then
    over=1
    echo "| $1 $version | failed | — | — | $(grep -m 1 -i error "$work/stderr" || echo "status $status") |"
    return
  fi
  peer_s=$(median <"$work/s")
  if [ "$(calc %d 'a >= 4 * b' "$peer_s" "$candor_s")" = 1 ]; then judged=PASS; else judged="over the limit" over=1; fi
  echo "| $1 $version | $peer_s | $(calc %.1f a/b "$peer_s" "$candor_s"): $judged (≥ 4) | $(median <"$work/mib") | $(tail -n 1 "$work/stdout") |"
}

make_work_folder
unpack_package @anthropic-ai/claude-code@2.1.91 script
script=$work/script/package/cli.js
cp "$bench"/peers/*.mjs "$bench/peers/package.json" "$work/"
(cd "$work" && npm install --silent --ignore-scripts --no-audit --no-fund --no-package-lock) || {
  echo "peers.sh: npm could not install the tools" >&2
  exit 2
}
"$candor" --version >/dev/null # builds what is out of date, before anything is measured
cat "$script" >/dev/null

heading
for _ in 1 2 3; do seconds "$candor" scan "$script" --json "$work/report.json"; done >"$work/s"
candor_s=$(median <"$work/s")
# shellcheck disable=SC2046 # four numbers
set -- $(used "$candor" scan "$script")
lists=$(node "$work/hidden.mjs" "$work/report.json" "$script" "$work/words.json")
if [ "$lists" = "147, 11" ]; then judged=PASS; else judged="not both lists" over=1; fi

echo "Seconds of the whole process, median of 3 (1 for webcrack). Node.js $(node --version), at most $limit s and $heap MB of heap."
echo
echo "| tool | s | candor is faster by | peak MiB | the two lists |"
echo "| --- | --- | --- | --- | --- |"
echo "| candor | $candor_s | | $3 ($1 + $2) | lists of $lists entries: $judged |"
peer_row js-x-ray @nodesecure/js-x-ray 3
peer_row webcrack webcrack 1
exit $over
