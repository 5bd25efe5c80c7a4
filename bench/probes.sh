#!/bin/sh
# Draws probes of packages by a seed, and shows each with the code around it, to be checked by eye.
#
#   bench/probes.sh [--seed N] [--count N] PACKAGE…     default: seed 1, ten probes
#
# PACKAGE is what npm fetches (name@version), or a file in its form (.tgz). Nothing of it is run.
set -eu

. "$(dirname "$0")/common.sh"
need node npm tar

seed=1
count=10
while [ $# -gt 0 ]; do
  case $1 in
    --seed) seed=$2 && shift 2 ;;
    --count) count=$2 && shift 2 ;;
    -*) echo "${0##*/}: $1 is no option" >&2 && exit 2 ;;
    *) break ;;
  esac
done
[ $# -gt 0 ] || {
  echo "${0##*/}: name a package" >&2
  exit 2
}

make_work_folder
for package; do
  rm -rf "$work/unpacked" "$work/report.json"
  if [ -f "$package" ]; then
    mkdir "$work/unpacked"
    tar xzf "$package" -C "$work/unpacked"
  else
    unpack_package "$package" unpacked
  fi
  status=0
  "$candor" scan "$work/unpacked" --json "$work/report.json" >"$work/stdout" 2>"$work/stderr" || status=$?
  if [ "$status" = 2 ] || [ ! -s "$work/report.json" ]; then
    echo "${0##*/}: $package: $(head -n 1 "$work/stderr")" >&2
    exit 2
  fi
  node "$bench/survey/probes.mjs" "$work/report.json" "$work/unpacked" "$package" "$seed" "$count"
done
