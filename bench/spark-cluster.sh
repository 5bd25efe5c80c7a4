#!/bin/sh
# Detects campaigns on a standalone Spark cluster of one master and two workers on the loopback interface, then
# again while one worker is killed in the midst, and compares all tables with those of DuckDB.
#
#   bench/spark-cluster.sh [LOG]      a folder of Parquet; without it one is simulated
#   ACCOUNTS, EXCHANGES               organic ones of the simulated log (12000, 1200000)
#   WORKER_MEMORY, DRIVER_MEMORY      of each (2g, 3GB)
#
# Exit status 0 if all tables are the same and a worker was really lost, 1 if not, 2 if it could not be tried.
set -eu
. "$(dirname "$0")/common.sh"
. "$bench/../launcher/find-jdk.sh"
find_jdk || {
  say_no_jdk "${0##*/}"
  exit 2
}

home=$(cd -P "$bench/.." && pwd)/campaign-spark/target/spark
[ -d "$home/jars" ] || {
  echo "${0##*/}: Spark is not there; run ./build spark" >&2
  exit 2
}
memory=${WORKER_MEMORY:-2g}
driver=${DRIVER_MEMORY:-3GB}
unset SPARK_HOME || true

make_work_folder
started=
# Ends what was started, by its number. A worker that is ended so ends its executors; one that was
# killed leaves them to notice, so their numbers are kept as well.
clean_up() {
  trap - EXIT
  for process in $started; do kill "$process" 2>/dev/null || true; done
  for process in $started; do
    waited=0
    while kill -0 "$process" 2>/dev/null && [ "$waited" -lt 20 ]; do
      waited=$((waited + 1))
      sleep 0.5
    done
    kill -9 "$process" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap clean_up EXIT

# Waits until file $1 has a line that matches $2, at most $3 seconds, as long as process $4 lives.
wait_for() {
  left=$(($3 * 5))
  until grep -q "$2" "$1" 2>/dev/null; do
    left=$((left - 1))
    if [ "$left" -le 0 ] || ! kill -0 "$4" 2>/dev/null; then
      echo "${0##*/}: no '$2' in $1:" >&2
      tail -n 5 "$1" >&2 || true
      exit 2
    fi
    sleep 0.2
  done
}

# Starts class $2 of Spark's with what follows; what it says goes to $work/$1.log. Sets process.
start() {
  said=$work/$1.log class=$2
  shift 2
  mkdir -p "$work/local"
  SPARK_HOME=$home SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS=$work/local JAVA_HOME=$jdk \
    "$jdk/bin/java" -Xmx512m -cp "$home/jars/*" "$class" "$@" >"$said" 2>&1 &
  process=$!
  started="$process $started"
}

start_worker() {
  start "$1" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port 0 --webui-port 0 \
    --cores 1 --memory "$memory" --work-dir "$work/$1" "$master"
  wait_for "$work/$1.log" 'Successfully registered with master' 60 "$process"
}

# Prints PASS if the tables in $work/$1 are those in $work/duckdb.
compare() {
  for table in members campaigns resold; do
    cmp -s "$work/duckdb/$table.jsonl" "$work/$1/$table.jsonl" || {
      echo "DIFFERENT: $table"
      return
    }
  done
  echo PASS
}

# Begins to detect into $work/$1 with the options that follow. Sets running.
begin() {
  into=$work/$1
  shift
  "$candor" campaigns detect "$log" --output "$into" --tables jsonl --spill "$work" "$@" >"$into.out" 2>"$into.err" &
  running=$!
  started="$running $started"
}

# Waits for it; status 0 and 1 tell whether there are campaigns.
finish() {
  status=0
  wait "$running" || status=$?
  [ "$status" -le 1 ] || {
    echo "${0##*/}: detect ended with $status: $(head -n 3 "$into.err")" >&2
    exit 2
  }
}

log=${1:-}
if [ -z "$log" ]; then
  "$candor" campaigns simulate --output "$work/simulated" --organic-accounts "${ACCOUNTS:-12000}" \
    --exchanges "${EXCHANGES:-1200000}" --campaign-accounts 500 --campaign-exchanges 100000 --seed 17 >/dev/null 2>&1
  log=$work/simulated/exchanges
fi

now() { date +%s.%N; }
from=$(now)
begin duckdb --memory 2GB
finish
echo "DuckDB: $(calc %.1f 'b - a' "$from" "$(now)") s, $(head -n 1 "$work/duckdb.out")"

start master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0
wait_for "$work/master.log" 'Starting Spark master at spark://' 60 "$process"
master=$(sed -n 's|.*Starting Spark master at \(spark://[0-9.:]*\).*|\1|p' "$work/master.log" | head -n 1)
start_worker one
one=$process
start_worker two

from=$(now)
begin both --engine spark --master "$master" --executor-memory 1GB --memory "$driver"
finish
both=$(compare both)
echo "two workers: $(calc %.1f 'b - a' "$from" "$(now)") s, tables as DuckDB's: $both"

before=$(ls "$work/one" | tr '\n' ' ')
from=$(now)
begin killed --engine spark --master "$master" --executor-memory 1GB --memory "$driver"
# Until that worker has done a good many tasks of the new run, and so holds results.
while :; do
  for application in "$work"/one/app-*; do
    case " $before " in *"${application##*/}"*) continue ;; esac
    done=$(cat "$application"/*/stderr 2>/dev/null | grep -c 'Finished task' || true)
    [ "${done:-0}" -lt "${TASKS:-60}" ] || break 2
  done
  if ! kill -0 "$running" 2>/dev/null; then
    finish
    echo "${0##*/}: the run ended before a worker could be killed; give a larger log" >&2
    exit 2
  fi
  sleep 0.1
done
executors=$(ps -o pid= --ppid "$one")
started="$started $executors"
kill -9 "$one"
echo "killed a worker after $done of its tasks, $(calc %.1f 'b - a' "$from" "$(now)") s into the run"
finish
killed=$(compare killed)
lost=$(grep -c 'a worker was lost' "$work/killed.err" || true)
echo "one worker killed: $(calc %.1f 'b - a' "$from" "$(now)") s, tables as DuckDB's: $killed, loss noticed by the driver: $lost"
[ "$both" = PASS ] && [ "$killed" = PASS ] && [ "$lost" -gt 0 ]
