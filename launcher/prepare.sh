#!/bin/sh
# Builds Candor and its AOT cache where they are missing or out of date; run by ../candor, which
# passes the project's folder, the JDK's, and the AOT cache's file. One at a time: a second one
# waits and then finds nothing left to do.
set -eu

home=$1 jdk=$2 cache=$3
. "$home/launcher/find-maven.sh"
. "$home/launcher/run.sh"

log=$home/target/build.log
lock=$home/target/launcher.lock
work=

say() { echo "candor: $*" >&2; }

unlock() {
  [ -z "$work" ] || rm -rf "$work"
  rm -rf "$lock"
}

take_lock() {
  mkdir -p "$home/target" 2>/dev/null && [ -w "$home/target" ] || {
    # Someone else's copy: good enough if it is built.
    is_stale "$home" || exit 0
    say "cannot write to $home/target, where the program is built. Use a copy that you own."
    exit 2
  }
  waiting=
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      # Its owner died without unlocking.
      rm -rf "$lock"
      continue
    fi
    [ -n "$waiting" ] || say "another one is building; waiting for it …"
    waiting=yes
    sleep 1
  done
  trap unlock EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  echo $$ >"$lock/pid"
}

build() {
  find_maven || {
    say_no_maven candor
    exit 2
  }
  say "building, once for these sources; the first time takes a few minutes … (log: $log)"
  stamp=$home/cli/target/.built
  # Taken before the build, so that a change during it counts as newer.
  touch "$home/target/.building"
  rm -rf "$home/cli/target/lib" "$stamp"
  # Without the caller's terminal: Maven would colour the log.
  if ! (cd "$home" && JAVA_HOME=$jdk "$mvn" -B -ntp -q -pl cli -am package \
    -Dmaven.test.skip=true -Dspotless.check.skip=true) >"$log" 2>&1 </dev/null; then
    grep -m 5 -F '[ERROR]' "$log" >&2 || tail -n 5 "$log" >&2
    say "the build failed. The whole log is $log."
    exit 2
  fi
  mv "$home/target/.building" "$stamp"
}

# Runs the program once and writes what was learned to $work; $@ are further options. In $work,
# because a virtual machine that dies leaves a file where it stands.
record() {
  # shellcheck disable=SC2086 # the options are words without spaces
  (cd "$work" && rm -rf specimens && mkdir specimens && "$jdk/bin/java" $java_options "$@" \
    -XX:AOTCacheOutput="$work/cache.aot" -Dcandor.sandbox.aot-output="$work/sandbox.aot" \
    -cp "$class_path" dev.candor.cli.Training "$work/specimens") \
    >"$home/target/training.log" 2>&1 </dev/null && [ -s "$work/cache.aot" ]
}

# Two caches: the program's, and that of the interpreter which it starts to evaluate decoders. One
# that cannot be made is done without: the program only starts slower.
train() {
  mkdir -p "${cache%/*}" 2>/dev/null || return 0
  # Beside its place, so that moving it there is one step.
  work=$(mktemp -d "${cache%/*}/work.XXXXXX") || return 0
  say "preparing a fast start …"
  # JDK 25.0.3 dies of some method references while it links classes ahead of time.
  if record || record -XX:-AOTClassLinking; then
    rm -f "$cache.none"
    mv "$work/sandbox.aot" "$cache.sandbox" 2>/dev/null || rm -f "$cache.sandbox"
    mv "$work/cache.aot" "$cache"
  else
    rm -f "$cache" "$cache.sandbox"
    : >"$cache.none"
    say "… in vain, so starts are slower; $home/target/training.log tells why"
  fi
  rm -rf "$work"
  work=
}

take_lock
if is_stale "$home"; then build; fi
set_class_path "$home"
if needs_training "$cache"; then train; fi
