# The first process of a trial, root of its own user namespace. It furnishes the room, tells that the
# room is ready, waits for a line, runs the tool and gives back its status; with it all others die.
# $1: folder with what the room is made of; $2: most process ids, or -; $3: where the tool starts;
# then the tool's command.
set -eu
stage=$1 ids=$2 work=$3
shift 3

# With nothing to send by, every address in the world is made local. Not all systems have a kind of
# card that users may make, and a kernel may be without IPv6.
ip -batch "$stage/network"
ip -batch "$stage/card" 2>/dev/null || ip -batch "$stage/address"
ip -6 -force -batch "$stage/ipv6" 2>/dev/null || :

# One more user namespace, the tool's; none inside it, so that nobody mounts beyond our bounds.
echo 1 >/proc/sys/user/max_user_namespaces
[ "$ids" = - ] || echo "$ids" >/proc/sys/kernel/pid_max
cat "$stage/shared" >/proc/sys/kernel/shmall 2>/dev/null || : # not before 5.19 for a user
echo 1000 >/proc/self/oom_score_adj

room=$stage/room
mount -t tmpfs -o mode=755,size=16m,nosuid,nodev room "$room"
cp -a "$stage/skeleton/." "$room/"
mount -a -T "$stage/system"
cp -a "$stage/live/." "$room/"
[ ! -s "$stage/binds" ] || mount -a -T "$stage/binds"
while IFS= read -r options && IFS= read -r target; do
  mount -o "$options" "$target"
done <"$stage/remounts"

cd "$room"
pivot_root . .host
cd /
umount -n -l /.host
rmdir /.host
mount -n -o remount,bind,ro /
cd "$work"

echo ready
read -r _
status=0
"$@" || status=$?
exit "$status"
