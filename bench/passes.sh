#!/bin/sh
# Measures what the scan finds in the specimens once a bundler, a minifier and an obfuscator have been over them.
# Prints a Markdown table, and what was missed or is false below it; ends with 1 if a recall is under 0.9, a
# precision under 1, or a program no longer does what it did.
#
#   bench/passes.sh [SEED]     default: 1
#
# Needs npm and Node.js 20 or newer; the tools are installed in a temporary folder, without their install scripts.
# APART=1 scans each specimen by itself, as an artifact of its own: truer, and several times slower.
# KEEP names a folder for the programs after each pass and for what candor says of them; without it they are deleted.
set -eu

. "$(dirname "$0")/common.sh"
need npm node awk
seed=${1:-1}
apart=
[ -z "${APART:-}" ] || apart=--apart
over=0

# row PASS FOLDER: evaluates the programs in FOLDER and prints one row.
row() {
  # shellcheck disable=SC2086 # no word or one
  "$candor" specimen evaluate $apart --seed "$seed" --files "$2" >"$kept/$1.txt"
  awk -v pass="$1" '
    function judged(value, least) {
      if (value < least) under = 1
      return value < least ? value " (under " least ")" : value
    }
    /^total / { total = 1; next }
    total && $1 == "all" { probes = $3; compared = $5; encoders = $7; flows = $9; total = 0 }
    /^precision / { precision = 1; next }
    precision && /^(probes|encoders|flows) / { exact[$1] = $4 }
    END {
      if (flows == "" || exact["flows"] == "") { print "passes.sh: candor specimen evaluate printed no totals" > "/dev/stderr"; exit 2 }
      printf "| %s | %s | %s | %s | %s | %s | %s | %s |\n", pass, judged(probes, 0.9), compared,
        judged(encoders, 0.9), judged(flows, 0.9), judged(exact["probes"], 1), judged(exact["encoders"], 1),
        judged(exact["flows"], 1)
      exit under
    }' "$kept/$1.txt" || {
    [ $? = 1 ] || exit 2
    over=1
  }
  grep -E '^(missed|false) ' "$kept/$1.txt" | sed "s/^/$1: /" >>"$work/remarks" || true
}

make_work_folder
kept=${KEEP:-$work/kept}
mkdir -p "$kept"
mkdir "$work/tools"
cp "$bench"/passes/*.mjs "$bench/passes/package.json" "$work/tools/"
(cd "$work/tools" && npm install --silent --ignore-scripts --no-audit --no-fund --no-package-lock 2>"$work/npm") || {
  echo "passes.sh: npm could not install the tools: $(head -n 1 "$work/npm")" >&2
  exit 2
}
"$candor" --version >/dev/null # builds what is out of date, before anything is measured
rm -rf "$kept/as-written"
"$candor" specimen write --all --seed "$seed" --output "$kept/as-written" >/dev/null

heading
versions=
for tool in esbuild terser javascript-obfuscator; do
  versions="$versions, $tool $(sed -n 's/^ *"version": *"\(.*\)",*$/\1/p' "$work/tools/node_modules/$tool/package.json")"
done
echo "Seed $seed, $(ls "$kept/as-written" | wc -l) specimens; Node.js $(node --version)$versions."
echo
echo "| pass | recall: probes | … with comparison | encoders | flows | precision: probes | encoders | flows |"
echo "| --- | --- | --- | --- | --- | --- | --- | --- |"
row as-written "$kept/as-written"
for pass in esbuild terser obfuscator obfuscator-strings; do
  rm -rf "${kept:?}/$pass"
  node "$work/tools/pass.mjs" "$pass" "$kept/as-written" "$kept/$pass"
  node "$work/tools/same.mjs" "$kept/as-written" "$kept/$pass" >"$work/differ" || {
    over=1
    sed "s/^/$pass changed: /" "$work/differ" >>"$work/remarks"
  }
  row "$pass" "$kept/$pass"
done

if [ -s "$work/remarks" ]; then
  echo
  echo '```'
  cat "$work/remarks"
  echo '```'
fi
exit $over
