#!/bin/sh
# Measures the innermost loops with JMH and prints their speed as Markdown.
#
#   bench/kernels.sh [--file SCRIPT] [JMH ARGUMENT…]
#
# SCRIPT is a real JavaScript file to take in place of made-up code. JMH arguments are, for example, a
# pattern of names (lex), or `-f 3 -i 10` for firmer figures.
set -eu

. "$(dirname "$0")/common.sh"

file= name=
if [ "${1:-}" = --file ]; then
  file=$(readlink -f "$2")
  name=${2##*/}
  shift 2
fi

make_work_folder
build_bench kernels.sh

# JMH's generated classes are beside ours; the bench jar is not needed.
"$jdk/bin/java" -cp "$bench_classes" org.openjdk.jmh.Main \
  -jvmArgsAppend "-Dcandor.bench.file=$file" \
  -foe true -rf csv -rff "$work/kernels.csv" "$@" >"$work/jmh.log" 2>&1 || {
  echo "kernels.sh: JMH failed:" >&2
  tail -n 15 "$work/jmh.log" >&2
  exit 2
}

echo "$(date -u '+%F %R') UTC, $jdk_name, one thread, input: ${name:-made-up code}. ± is JMH's 99.9 % interval."
echo
echo "| kernel | MB/s | ± |"
echo "| --- | --- | --- |"
# Columns: "Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%)","Unit"
tr -d '"' <"$work/kernels.csv" | awk -F , 'NR > 1 {
  n = split($1, part, ".")
  printf "| %s.%s | %.0f | %.0f |\n", part[n - 1], part[n], $5, $6
}'
