# How Candor's program is found and started; sourced by ../candor and prepare.sh.

# Why these: docs/adr/0002-aot-cache.md. With what else the process holds, the heap stays below 1 GiB.
# The same options make and use the AOT cache.
java_options="-XX:TieredStopAtLevel=1 -Xms900m -Xmx900m -Xmn160m -XX:MetaspaceSize=64m"
java_options="$java_options -XX:+UseParallelGC -XX:ParallelGCThreads=2 -XX:MaxTenuringThreshold=0"
java_options="$java_options -XX:+UseCompactObjectHeaders -XX:-UsePerfData"
java_options="$java_options --enable-native-access=ALL-UNNAMED" # zstd, whose warning would stand in every report
# Without it the library behind conditions of policies (CEL, with protobuf) has a warning printed.
java_options="$java_options --sun-misc-unsafe-memory-access=allow"

# Whether sources are newer than what was built from them in $1.
is_stale() {
  [ -f "$1/cli/target/.built" ] || return 0
  changed=$(find "$1/pom.xml" "$1"/*/pom.xml "$1"/third-party/*/pom.xml "$1"/*/src/main "$1/docs/rules" "$1/recipes" "$1/mechanisms" "$1/catalogue" \
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
