# How Candor's program is found and started; sourced by ../candor and prepare.sh.

# Two threads collect garbage: where trees are copied, nothing else can run meanwhile. Most of the heap
# is for what is young, so that a run of seconds ends before much is copied; with what else the process
# holds it stays below 1 GiB. compilers.json says what the second compiler is for; the thresholds of
# tier 4 are those at which code is offered to it, and code that it may not compile gets rid of its
# counters there. The same options make and use the AOT cache.
java_options="-Xms900m -Xmx900m -Xmn500m -XX:MetaspaceSize=64m -XX:+UseParallelGC -XX:ParallelGCThreads=2"
java_options="$java_options -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions"
for threshold in Invocation MinInvocation Compile BackEdge; do
  java_options="$java_options -XX:Tier4${threshold}Threshold=1"
done

# Whether sources are newer than what was built from them in $1.
is_stale() {
  [ -f "$1/cli/target/.built" ] || return 0
  changed=$(find "$1/pom.xml" "$1"/*/pom.xml "$1"/third-party/*/pom.xml "$1"/*/src/main "$1/docs/rules" \
    -newer "$1/cli/target/.built" 2>/dev/null)
  [ -n "$changed" ]
}

# Sets class_path to the jars built in $1.
set_class_path() {
  class_path=
  for jar in "$1"/cli/target/candor-cli-*.jar "$1"/cli/target/lib/*.jar; do
    class_path=$class_path${class_path:+:}$jar
  done
}

# Whether the AOT cache $1 is missing, or older than a jar that it was made from.
needs_training() {
  if [ -f "$1" ]; then made=$1; elif [ -f "$1.none" ]; then made=$1.none; else return 0; fi
  saved_ifs=$IFS
  IFS=:
  for jar in $class_path; do
    if [ "$jar" -nt "$made" ]; then
      IFS=$saved_ifs
      return 0
    fi
  done
  IFS=$saved_ifs
  return 1
}
