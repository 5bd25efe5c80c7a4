# What the measuring scripts share; sourced by them.

bench=$(cd -P "$(dirname "$0")" && pwd)
candor=${CANDOR:-$bench/../candor}
[ -x "$candor" ] || {
  echo "${0##*/}: CANDOR=$candor is no program" >&2
  exit 2
}

# Ends the script unless all of these commands exist.
need() {
  for command; do
    command -v "$command" >/dev/null || {
      echo "${0##*/}: $command is needed; install it" >&2
      exit 2
    }
  done
}

# Sets work to a folder that is deleted at the end.
make_work_folder() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/candor-bench.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM HUP
}

# Runs on two cores, whatever the machine has.
two_cores() {
  if [ "$(nproc)" -gt 2 ] && command -v taskset >/dev/null; then taskset -c 0,1 "$@"; else "$@"; fi
}

# Fetches package $1 as npm is set up here (or from npm's cache), and unpacks it to $work/$2.
# Nothing of it is run.
unpack_package() {
  mkdir "$work/$2"
  (cd "$work/$2" && npm pack --silent --ignore-scripts "$1" >/dev/null && tar xzf ./*.tgz && rm ./*.tgz) || {
    echo "${0##*/}: npm could not fetch $1" >&2
    exit 2
  }
}

# Prints the seconds that a command takes. Its output goes to a file: grep stops at the first match if
# it writes to /dev/null. Status 1 (grep without a match) and 3 (an inconclusive scan) are no failures.
seconds() {
  status=0
  from=$(date +%s.%N)
  two_cores "$@" >"$work/stdout" 2>"$work/stderr" || status=$?
  to=$(date +%s.%N)
  [ "$status" -le 1 ] || [ "$status" = 3 ] || {
    echo "${0##*/}: $* ended with $status: $(head -n 1 "$work/stderr")" >&2
    return 1
  }
  echo "$from $to" | awk '{ printf "%.3f\n", $2 - $1 }'
}

# Prints what peak.pl tells of a command.
used() {
  two_cores perl "$bench/peak.pl" "$@" 3>"$work/used" >"$work/stdout" 2>&1 || true
  cat "$work/used"
}

# Prints the median of the numbers on standard input.
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# Evaluates arithmetic on two numbers: calc FORMAT EXPRESSION A B [C D].
calc() { awk -v a="$3" -v b="$4" -v c="${5:-0}" -v d="${6:-0}" "BEGIN { printf \"$1\", ($2) }"; }

# Prints PASS if $1 is at most $2, else how far it is over.
verdict() { calc %s 'a <= b ? "PASS" : sprintf("over the limit by %.0f %%", (a / b - 1) * 100)' "$1" "$2"; }

# What and where was measured.
heading() {
  cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  echo "$("$candor" --version 2>/dev/null | head -n 1), $(date -u '+%F %R') UTC, two of $(nproc) cores, ${cpu:-unknown processor}, load before: $(cut -d ' ' -f 1 /proc/loadavg)"
  echo
}

# Builds the bench module; sets jdk and jdk_name, and bench_classes to its class path. $1 names the
# script in messages. Needs the work folder.
build_bench() {
  home=$(cd -P "$bench/.." && pwd)
  . "$home/launcher/find-jdk.sh"
  . "$home/launcher/find-maven.sh"
  find_jdk || {
    say_no_jdk "$1"
    exit 2
  }
  find_maven || {
    say_no_maven "$1"
    exit 2
  }
  (cd "$home" && JAVA_HOME=$jdk "$mvn" -B -ntp -q -pl bench -am package \
    -Dmaven.test.skip=true -Dspotless.check.skip=true) >"$work/build.log" 2>&1 || {
    echo "$1: the build failed:" >&2
    grep -m 5 -F '[ERROR]' "$work/build.log" >&2
    exit 2
  }
  bench_classes=$bench/target/classes:$bench/target/lib/*
}
