#!/bin/sh
# Scans the newest version of well-known packages, which hide nothing, and lists whatever is found.
# Prints a Markdown table and, below it, each table that was found; ends with 1 if there was any.
#
#   bench/survey.sh [PACKAGE…]     default: the packages below
#
# KEEP names a folder for the JSON reports; without it they are deleted.
set -eu

bench=$(cd -P "$(dirname "$0")" && pwd)
candor=${CANDOR:-$bench/../candor}
command -v node >/dev/null || {
  echo "survey.sh: node is needed to read the reports; install Node.js" >&2
  exit 2
}

if [ $# -eq 0 ]; then
  set -- typescript webpack eslint prettier lodash marked moment-timezone luxon playwright-core \
    mermaid pdfjs-dist @babel/standalone three monaco-editor @google/gemini-cli \
    @qwen-code/qwen-code opencode-ai
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/candor-survey.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
reports=${KEEP:-$work}
mkdir -p "$reports"

now() { date +%s.%N; }

echo "Engine: $("$candor" --version | head -n 1); $(date -u '+%F %R') UTC; seconds include the download if there was one."
echo
echo "| package | seconds | exit | tables | entries | unreadable | not seen |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
tables=0
failed=0
for package; do
  # One word of letters for a file name; the number keeps two names apart.
  count=$((${count:-0} + 1))
  report=$reports/$count-$(printf %s "$package" | tr -c 'A-Za-z0-9.\n' _).json
  rm -f "$report"
  from=$(now)
  status=0
  "$candor" scan "npm:$package" --json "$report" >"$work/out" 2>"$work/err" || status=$?
  seconds=$(echo "$from $(now)" | awk '{ printf "%.1f", $2 - $1 }')
  if [ "$status" = 2 ] || [ ! -s "$report" ]; then
    failed=$((failed + 1))
    echo "| $package | $seconds | $status | failed: $(head -n 1 "$work/err") | | | |"
    continue
  fi
  # The last line of what summary.mjs prints is the number of tables.
  node "$bench/survey/summary.mjs" "$report" "$seconds" "$status" "$work/found" >"$work/row"
  cat "$work/row"
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
