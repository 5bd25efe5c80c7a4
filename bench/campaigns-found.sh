#!/bin/sh
# How well campaigns are found at the published size: 25,000 campaign accounts with 28.8 million exchanges among
# 500,000 organic ones with 60 million, without evasion, with each single one, with all, and without any campaign.
# Prints what evaluate says of each, baselines included; takes hours and 8 GB of disk.
#
#   bench/campaigns-found.sh [CASE…]    none, all, organic, or the name of an evasion; default: each
#   SEED                                of the first case; the others have the next ones (20261122)
#   VARY                                by how much each number of the simulation is drawn anew (0.3)
set -eu

. "$(dirname "$0")/common.sh"
TMPDIR=${WORK:-${TMPDIR:-/tmp}}
make_work_folder
heading

evasions="rotated-payments residential-addresses paraphrased-prompts jittered-timing dilution"
seed=${SEED:-20261122}
wanted=" $* "
for case in none $evasions all organic; do
  case $wanted in "  " | *" $case "*) ;; *)
    seed=$((seed + 1))
    continue
    ;;
  esac
  accounts=25000 exchanges=28800000
  options=
  case $case in
    none) ;;
    all) for evasion in $evasions; do options="$options --evasion $evasion"; done ;;
    organic) accounts=0 exchanges=0 ;;
    *) options="--evasion $case" ;;
  esac
  log=$work/$case
  # shellcheck disable=SC2086 # words without spaces
  "$candor" campaigns simulate --output "$log" --organic-accounts 500000 --exchanges 60000000 \
    --campaign-accounts $accounts --campaign-exchanges $exchanges --seed $seed --vary "${VARY:-0.3}" $options >/dev/null
  "$candor" campaigns detect "$log/exchanges" --output "$log/found" >"$log/printed" 2>&1 || [ $? = 1 ]
  echo "## $case (seed $seed)"
  echo
  echo '```'
  head -n 1 "$log/printed"
  "$candor" campaigns evaluate --labels "$log/labels.csv" --members "$log/found/members.parquet" "$log/exchanges"
  echo '```'
  echo
  rm -rf "$log"
  seed=$((seed + 1))
done
