# The name of the user's account on the machine.
# Sources: POSIX (XBD 8.3), Windows, Node's os, Python's getpass and pwd. The home folder's path is not listed: nearly all programs read it to find their settings.

env USER
env LOGNAME
env LNAME
env USERNAME
env SUDO_USER

js require("os").userInfo().username
js require("child_process").execSync("whoami")
js require("child_process").execFileSync("whoami")
js require("child_process").execFile("whoami")
js require("child_process").spawnSync("whoami")
js require("child_process").spawn("whoami")
js require("child_process").execSync("id -un")
js require("child_process").execSync("logname")
js require("child_process").execFileSync("logname")

runs getent passwd
runs echo $USER
runs echo %USERNAME%
runs powershell $env:USERNAME
runs powershell [System.Security.Principal.WindowsIdentity]::GetCurrent().Name

library require("username")()
library require("username").username()
library require("username").usernameSync()
library require("execa").execa("whoami")
library require("execa").execaSync("whoami")
library require("systeminformation").users()

python getpass.getuser()
python os.getlogin()
python pwd.getpwuid().pw_name
python pwd.getpwuid().pw_gecos
python psutil.users()
python win32api.GetUserName()
python subprocess.check_output("whoami")
python subprocess.getoutput("whoami")
python os.popen("whoami")
