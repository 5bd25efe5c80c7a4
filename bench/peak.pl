#!/usr/bin/env perl
# Runs a command and prints what it used: peak.pl COMMAND [ARGUMENT…] 3>RESULT
#
# The result, on file descriptor 3, is one line, in MiB and seconds:
#   MAIN     peak resident memory of the command's own process (after exec)
#   CHILD    the largest peak of a process that descends from it
#   SUM      the largest sum of all of them that was seen at one moment
#   CPU      processor time of all of them
# Pages that two processes share count twice in SUM. Linux only: it reads /proc every 10 ms, so that
# what a process does in its last 10 ms may be missed. Ends as the command ends.
use strict;
use warnings;

open(my $result, '>&=', 3) or die "peak.pl: file descriptor 3 is not open\n";
my $main = fork() // die "peak.pl: fork: $!\n";
if ($main == 0) {
  close $result;
  exec { $ARGV[0] } @ARGV or die "peak.pl: $ARGV[0]: $!\n";
}

# Process id to KiB of a line of its status, or undef if it has ended.
sub status_of {
  my ($pid) = @_;
  open(my $in, '<', "/proc/$pid/status") or return;
  my %line;
  while (<$in>) { $line{$1} = $2 if /^(PPid|VmHWM|VmRSS):\s+(\d+)/ }
  return \%line;
}

# The process and its descendants.
sub family {
  my @family = @_;
  for (my $i = 0; $i < @family; $i++) {
    for my $file (glob("/proc/$family[$i]/task/*/children")) {
      open(my $in, '<', $file) or next;
      push @family, split ' ', <$in> // '';
    }
  }
  return @family;
}

my ($main_peak, $child_peak, $sum_peak) = (0, 0, 0);
use POSIX ':sys_wait_h';
until (waitpid($main, WNOHANG) == $main) {
  my $sum = 0;
  for my $pid (family($main)) {
    my $status = status_of($pid) or next;
    $sum += $status->{VmRSS} // 0;
    my $peak = $status->{VmHWM} // 0;
    if ($pid == $main) { $main_peak = $peak if $peak > $main_peak }
    elsif ($peak > $child_peak) { $child_peak = $peak }
  }
  $sum_peak = $sum if $sum > $sum_peak;
  select(undef, undef, undef, 0.01);
}
my $ended = $?;
my (undef, undef, $user, $system) = times;
printf $result "%d %d %d %.2f\n", $main_peak / 1024, $child_peak / 1024, $sum_peak / 1024, $user + $system;
exit($ended & 127 ? 128 + ($ended & 127) : $ended >> 8);
