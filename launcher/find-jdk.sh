# Finds a JDK for Candor; sourced by ../candor, ../build and their helpers.
#
# find_jdk sets jdk (its folder) and jdk_name (vendor and version, fit for a file name), or returns 1.
# Nothing is started: each JDK's own `release` file tells its version, so looking costs no time.
# CANDOR_JDK_ROOTS, a colon-separated list of folders, takes the place of the usual folders.

candor_java=25

# Sets jdk and jdk_name if $1 is a JDK that is new enough.
is_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_version= jdk_build= jdk_vendor=
  while IFS='=' read -r key value || [ -n "$key" ]; do
    value=${value#\"} value=${value%\"*}
    case $key in
      JAVA_VERSION) jdk_version=$value ;;
      JAVA_RUNTIME_VERSION) jdk_build=$value ;;
      IMPLEMENTOR) jdk_vendor=$value ;;
    esac
  done <"$1/release"
  major=${jdk_version%%[!0-9]*}
  [ -n "$major" ] && [ "$major" -ge "$candor_java" ] || return 1
  jdk=$1
  jdk_name="${jdk_vendor:-java}-${jdk_build:-$jdk_version}"
  case $jdk_name in */*) jdk_name=java-$major ;; esac
}

# The JDK whose java stands on the PATH.
jdk_on_path() {
  java=$(command -v java) || return 1
  java=$(readlink -f "$java" 2>/dev/null) || return 1
  is_jdk "${java%/bin/java}"
}

# The usual folders: Linux distributions, /opt, SDKMAN, IDEs, Oracle's packages, macOS.
jdk_in_usual_folders() {
  if [ -n "${CANDOR_JDK_ROOTS+set}" ]; then
    saved_ifs=$IFS
    IFS=:
    set -- $CANDOR_JDK_ROOTS
    IFS=$saved_ifs
  else
    set -- /usr/lib/jvm /opt "${HOME:-/root}/.sdkman/candidates/java" "${HOME:-/root}/.jdks" \
      /usr/java /Library/Java/JavaVirtualMachines
  fi
  for root; do
    for candidate in "$root"/*; do
      is_jdk "$candidate" && return 0
      is_jdk "$candidate/Contents/Home" && return 0
    done
  done
  return 1
}

find_jdk() {
  jdk= jdk_name=
  if [ -n "${CANDOR_JAVA_HOME:-}" ]; then
    is_jdk "$CANDOR_JAVA_HOME"
    return
  fi
  [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME" && return 0
  jdk_on_path || jdk_in_usual_folders
}

# Says on standard error how to get a JDK; $1 is the command that needs it.
say_no_jdk() {
  if [ -n "${CANDOR_JAVA_HOME:-}" ]; then
    echo "$1: CANDOR_JAVA_HOME is $CANDOR_JAVA_HOME, which is no JDK $candor_java or newer. Correct it or unset it." >&2
    return
  fi
  cat >&2 <<END
$1: no JDK $candor_java or newer was found. Install one, for example:
  Debian, Ubuntu   sudo apt install openjdk-$candor_java-jdk
  Fedora           sudo dnf install java-$candor_java-openjdk-devel
  macOS            brew install openjdk@$candor_java
  SDKMAN           sdk install java $candor_java-tem
If there is one already, name its folder: CANDOR_JAVA_HOME=/path/to/jdk $1 …
END
}
