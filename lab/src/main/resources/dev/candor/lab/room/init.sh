# The first process of a trial, root of its own user namespace. It furnishes the room, tells that the
# room is ready, waits for a line, runs the tool and gives back its status; with it all others die.
# $1: folder with what the room is made of; $2: most process ids, or -; $3: most pages of shared
# memory; $4: where the tool starts; then the tool's command.
set -eu
stage=$1 ids=$2 pages=$3 work=$4
shift 4

# With nothing to send by, every address in the world is made local. Not all systems have a kind of
# card that users may make, and a kernel may be without IPv6.
ip -force -batch "$stage/network" 2>/dev/null || ip -batch "$stage/loopback"

# One more user namespace, the tool's; none inside it, so that nobody mounts beyond our bounds.
echo 1 >/proc/sys/user/max_user_namespaces
[ "$ids" = - ] || echo "$ids" >/proc/sys/kernel/pid_max
{ echo "$pages" >/proc/sys/kernel/shmall; } 2>/dev/null || : # not before 5.19 for a user
echo 1000 >/proc/self/oom_score_adj

mount -a -T "$stage/system"
cp -rP "$stage/live/." "$stage/room/"
[ ! -s "$stage/binds" ] || mount -a -T "$stage/binds"
while IFS= read -r options && IFS= read -r target; do
  mount -o "$options" "$target"
done <"$stage/remounts"

# The old root comes to lie over the new one, and is taken away (pivot_root(2)).
cd "$stage/room"
pivot_root . .
umount -c -n -l .
cd "$work"

echo ready
read -r _
status=0
"$@" || status=$?
exit "$status"
