# The name of the machine.
# Sources: Node's os, Deno, Python's socket, platform and os, hostname(1), systemd, Windows, macOS's scutil.

env HOSTNAME
env COMPUTERNAME

js require("os").hostname()
js Deno.hostname()
js require("child_process").execSync("hostname")
js require("child_process").execFileSync("hostname")
js require("child_process").execFile("hostname")
js require("child_process").spawnSync("hostname")
js require("child_process").spawn("hostname")

file /etc/hostname
file /proc/sys/kernel/hostname

runs hostname -f
runs hostname --fqdn
runs hostname -s
runs hostname --short
runs hostnamectl
runs uname -n
runs uname --nodename
runs sysctl kern.hostname
runs sysctl kernel.hostname
runs scutil --get ComputerName
runs scutil --get LocalHostName
runs scutil --get HostName
runs echo %COMPUTERNAME%
runs echo %COMPUTERNAME%.%USERDNSDOMAIN%
runs powershell $env:COMPUTERNAME

library require("systeminformation").osInfo().hostname
library require("systeminformation").osInfo().fqdn
library require("computer-name")()
library require("execa").execa("hostname")
library require("execa").execaSync("hostname")

python socket.gethostname()
python socket.getfqdn()
python platform.node()
python platform.uname().node
python os.uname().nodename
python subprocess.check_output("hostname")
python subprocess.getoutput("hostname")
python os.popen("hostname")
