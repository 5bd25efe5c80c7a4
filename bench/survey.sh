#!/bin/sh
# Scans the newest version of well-known packages, which hide nothing, and lists whatever is found.
# Prints a Markdown table and, below it, each table that was found; ends with 1 if there was any.
#
#   bench/survey.sh [PACKAGE…]     default: the packages below
#
# KEEP names a folder for the JSON reports; without it they are deleted.
set -eu

. "$(dirname "$0")/common.sh"
need node awk

if [ $# -eq 0 ]; then
  set -- typescript webpack eslint prettier lodash marked moment-timezone luxon playwright-core \
    mermaid pdfjs-dist @babel/standalone three monaco-editor @google/gemini-cli \
    @qwen-code/qwen-code opencode-ai
fi

make_work_folder
reports=${KEEP:-$work}
mkdir -p "$reports"

"$candor" --version >/dev/null # builds what is out of date, before anything is measured
heading
echo "Seconds include the download if the package was not in the cache."
echo
echo "| package | s | exit | tables | entries | unreadable | not seen |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
tables=0
failed=0
for package; do
  report=$reports/$(printf %s "$package" | tr -c 'A-Za-z0-9.-' _).json
  rm -f "$report"
  status=0
  from=$(date +%s.%N)
  "$candor" scan "npm:$package" --json "$report" >"$work/stdout" 2>"$work/stderr" || status=$?
  seconds=$(calc %.1f b-a "$from" "$(date +%s.%N)")
  if [ "$status" = 2 ] || [ ! -s "$report" ]; then
    failed=$((failed + 1))
    echo "| $package | $seconds | $status | failed: $(head -n 1 "$work/stderr") | | | |"
    continue
  fi
  node "$bench/survey/summary.mjs" "$report" "$seconds" "$status" "$work/found"
  # The first line of what was found is the number of tables.
  tables=$((tables + $(sed -n '1s/^tables //p' "$work/found")))
  sed 1d "$work/found" >>"$work/all"
done

if [ -s "$work/all" ]; then
  echo
  cat "$work/all"
fi
echo
echo "$tables tables, $failed failures."
[ "$tables" -eq 0 ] && [ "$failed" -eq 0 ]
