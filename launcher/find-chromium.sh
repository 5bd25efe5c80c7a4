# Finds Chromium for the tests that open reports in a browser; sourced by ../build.
#
# find_chromium sets chromium to the program, or returns 1. CANDOR_CHROMIUM names the one to use.

find_chromium() {
  if [ -n "${CANDOR_CHROMIUM:-}" ]; then
    chromium=$CANDOR_CHROMIUM
    [ -x "$chromium" ]
    return
  fi
  chromium=$(command -v chromium) && [ -x "$chromium" ]
}

# Finds it, or installs Debian's package where that can be; $1 is the command that needs it.
bring_chromium() {
  find_chromium && return
  if [ -z "${CANDOR_CHROMIUM:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "$1: installing Debian's package chromium, in which tests open reports; this is done once …" >&2
    {
      apt-get -q update &&
        DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends chromium fonts-dejavu-core
    } >&2 && find_chromium && return
  fi
  say_no_chromium "$1"
  return 1
}

# Says on standard error how to get it; $1 is the command that needs it.
say_no_chromium() {
  if [ -n "${CANDOR_CHROMIUM:-}" ]; then
    echo "$1: CANDOR_CHROMIUM is $CANDOR_CHROMIUM, which is no program. Correct it or unset it." >&2
    return
  fi
  cat >&2 <<END
$1: Chromium was not found, in which tests open reports. Install it, for example:
  Debian           sudo apt install chromium
  Fedora           sudo dnf install chromium
If there is one already, name its program: CANDOR_CHROMIUM=/path/to/chromium $1 …
Without it: $1 -pl '!cli,!bench' runs the tests of all other modules.
END
}
