#!/bin/sh
# How long candor policy check takes for the inventories of 10,000 machines with 50 installations each.
# Prints the section of docs/performance.md anew. Limit: 20 s.
set -eu
. "$(dirname "$0")/common.sh"
need perl
make_work_folder
machines=${MACHINES:-10000}
each=${INSTALLATIONS:-50}
perl - "$machines" "$each" >"$work/machines.jsonl" <<'PERL'
use strict;
my ($machines, $each) = @ARGV;
my @tools = (
  ['claude-code', 'pkg:npm/%40anthropic-ai/claude-code', '2.1.%d', 220],
  ['qodercli', 'pkg:npm/%40qoder-ai/qodercli', '1.0.%d', 20],
  ['codex', 'pkg:npm/%40openai/codex', '0.%d.0', 90],
  ['gemini-cli', 'pkg:npm/%40google/gemini-cli', '0.%d.1', 30],
  ['aider', 'pkg:pypi/aider-chat', '0.%d.2', 90],
);
srand(1);
for my $machine (1 .. $machines) {
  my @all;
  for my $i (1 .. $each) {
    my ($tool, $purl, $form, $most) = @{$tools[int rand @tools]};
    my $version = sprintf $form, int rand $most;
    push @all, qq({"tool":"$tool","purl":"$purl\@$version","version":"$version","means":"npm","place":"/home/u$i/lib/node_modules/$tool","evidence":["package.json"]});
  }
  print qq({"schema":"candor/inventory/v1","machine":"m$machine","system":"Debian","taken":"2026-07-01T00:00:00Z","root":"/","installations":[),
    join(',', @all),
    qq(],"settings":[],"processes":[],"notSeen":[],"engine":{"name":"candor","version":"0","java":"25"}}\n);
}
PERL
policy=$bench/../docs/examples/policy.yaml
heading
check() { "$@" "$candor" policy check --policy "$policy" --at 2026-07-10 "$work/machines.jsonl"; }
took=$(for _ in 1 2 3; do check seconds; done | median)
echo "| machines | installations | MB of inventories | s, median of 3 | limit |"
echo "| --- | --- | --- | --- | --- |"
echo "| $machines | $((machines * each)) | $(($(wc -c <"$work/machines.jsonl") / 1000000)) | $took | $(verdict "$took" 20) (≤ 20 s) |"
echo
check used
