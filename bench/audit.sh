#!/bin/sh
# Measures a standard audit of claude-code 2.1.91 from a warm cache on two cores: time, and the part of
# the CPU time that is Candor's own, which is what the same audit takes once more from its kept trials.
# Prints Markdown; ends with 1 if a limit is exceeded.
#
#   bench/audit.sh [PACKAGE]
set -eu

. "$(dirname "$0")/common.sh"
need perl

package=${1:-npm:@anthropic-ai/claude-code@2.1.91}
make_work_folder
heading

# Prints wall and CPU seconds of an audit that keeps its trials in $1.
audit() {
  two_cores perl -MTime::HiRes=time -e '
    my $from = time;
    open(my $told, ">&", \*STDOUT); open(STDOUT, ">", "/dev/null");
    system(@ARGV); my $status = $? >> 8;
    my (undef, undef, $user, $system) = times;
    die "the audit ended with $status\n" if $status == 2 || $status > 3;
    printf $told "%.1f %.1f\n", time - $from, $user + $system;
  ' "$candor" audit "$package" --trials "$1"
}

"$candor" record "$package" >/dev/null 2>&1 || true # what is fetched once, and the program's own build
set -- $(audit "$work/trials")
wall=$1
cpu=$2
trials=$(($(wc -l <"$work/trials/trials.jsonl") - 1))
set -- $(audit "$work/trials")
own=$(calc %.1f 'a + b * 0.075' "$2" "$trials")
share=$(calc %.2f 'a / b' "$own" "$cpu")
fast=$(verdict "$wall" 90)
lean=$(verdict "$share" 0.25)
echo "| | | limit |"
echo "| --- | --- | --- |"
echo "| trials | $trials | at least 40 |"
echo "| time, s | $wall | $fast (90) |"
echo "| CPU time, s | $cpu | |"
echo "| of that Candor's own, s | $own | |"
echo "| share | $share | $lean (0.25) |"
echo
echo "Candor's own is the time of the same audit from kept trials, and 75 ms for the room and the services of each trial (bench/trials.sh)."
[ "$fast" = PASS ] && [ "$lean" = PASS ] && [ "$trials" -ge 40 ]
