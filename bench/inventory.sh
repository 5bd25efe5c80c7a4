#!/bin/sh
# Measures candor inventory on a tree of a million files, beside find on the same tree in the same run.
# Prints Markdown; ends with 1 if a limit is exceeded.
#
#   bench/inventory.sh [FILES]     default: 1000000
#
# Needs find, perl, and 5 GB and a million inodes below ${TMPDIR:-/tmp}. RUNS is another number of runs than 3.
set -eu

. "$(dirname "$0")/common.sh"
need find perl awk
files=${1:-1000000}
runs=${RUNS:-3}
over=0
make_work_folder

# One verdict cell; remembers whether a limit was exceeded.
judge() {
  judged=$(verdict "$1" "$2")
  [ "$judged" = PASS ] || over=1
}

# $1 files below $work/tree, ten in a folder, as modules of node have them; one tool among them.
perl -e '
  my ($root, $count) = @ARGV;
  my @names = qw(index.js index.d.ts package.json README.md LICENSE util.js main.js.map CHANGELOG.md cli.js types.ts);
  mkdir $root;
  for (my $n = 0; $n < $count / @names; $n++) {
    my $project = sprintf("%s/p%03d", $root, $n / 1000);
    my $modules = "$project/node_modules";
    mkdir $project; mkdir $modules;
    my $folder = sprintf("%s/m%03d", $modules, $n % 1000);
    mkdir $folder or die "$folder: $!";
    for my $name (@names) { open(my $f, ">", "$folder/$name") or die "$folder/$name: $!"; close $f; }
  }
' "$work/tree" "$files"
mkdir -p "$work/tree/p000/node_modules/@anthropic-ai/claude-code"
echo '{"name": "@anthropic-ai/claude-code", "version": "2.1.91"}' \
  >"$work/tree/p000/node_modules/@anthropic-ai/claude-code/package.json"

"$candor" --version >/dev/null # builds what is out of date, before anything is measured
find "$work/tree" >/dev/null   # into the cache of the file system
heading
: >"$work/find.s"
: >"$work/candor.s"
i=0
while [ $i -lt "$runs" ]; do
  seconds find "$work/tree" -type f -name package.json >>"$work/find.s"
  seconds "$candor" inventory --root "$work/tree" >>"$work/candor.s"
  i=$((i + 1))
done
find_s=$(median <"$work/find.s")
candor_s=$(median <"$work/candor.s")
said=$(head -n 1 "$work/stdout")
# shellcheck disable=SC2046 # four numbers
set -- $(used "$candor" inventory --root "$work/tree")
memory=$3
ratio=$(calc %.1f a/b "$candor_s" "$find_s")
echo "Median of $runs, warm; find looks for files called package.json. Memory is the peak of one more run."
echo
echo "| files | find s | candor s | limit | × find | limit | MiB | limit | result |"
echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
judge "$candor_s" 60
time_verdict=$judged
judge "$ratio" 6
ratio_verdict=$judged
judge "$memory" 512
echo "| $files | $find_s | $candor_s | $time_verdict (≤ 60 s) | $ratio | $ratio_verdict (≤ 6 ×) | $memory | $judged (≤ 512) | $said |"
exit $over
