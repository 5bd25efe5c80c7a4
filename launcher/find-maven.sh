# Finds Maven for Candor's build; sourced by ../build and prepare.sh.
#
# find_maven sets mvn to the command, or returns 1.

find_maven() {
  mvn=$(command -v mvn) && [ -x "$mvn" ]
}

# Says on standard error how to get Maven; $1 is the command that needs it.
say_no_maven() {
  cat >&2 <<END
$1: Maven (mvn, 3.8 or newer) was not found. Install it, for example:
  Debian, Ubuntu   sudo apt install maven
  Fedora           sudo dnf install maven
  macOS            brew install maven
  SDKMAN           sdk install maven
END
}
