#!/bin/sh
# Fills the store of candor inventory serve with two looks at each of 10,000 machines with 50 installations, a tenth of
# which changed between, and measures each page. Prints Markdown.
#
#   bench/fleet.sh [JDBC-ADDRESS]      without it SQLite, in a folder of WORK; default: that of mktemp
#
# MACHINES and EACH change the numbers.
set -eu

. "$(dirname "$0")/common.sh"
TMPDIR=${WORK:-${TMPDIR:-/tmp}}
make_work_folder
build_bench fleet.sh
heading
two_cores "$jdk/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$bench_classes" dev.candor.fleet.FleetPages \
  "${1:-$work/store}" "${MACHINES:-10000}" "${EACH:-50}"
