# A number that stands for this machine and no other: of its system, its board, its disk, or its network card.
# Sources: machine-id(5), the kernel's DMI files, FreeBSD's hostid, macOS's I/O Registry, the Windows registry and WMI, Python's uuid.

file /etc/machine-id
file /var/lib/dbus/machine-id
file /etc/hostid
file /proc/sys/kernel/random/boot_id
file /sys/class/dmi/id/product_uuid
file /sys/class/dmi/id/product_serial
file /sys/class/dmi/id/board_serial
file /sys/class/dmi/id/chassis_serial
file /sys/devices/virtual/dmi/id/product_uuid
file /sys/devices/virtual/dmi/id/product_serial
file /sys/devices/virtual/dmi/id/board_serial
file /sys/devices/virtual/dmi/id/chassis_serial
file /sys/hypervisor/uuid

runs ioreg IOPlatformExpertDevice
runs ioreg "IOPlatformExpertDevice"
runs system_profiler SPHardwareDataType
runs sysctl kern.uuid
runs sysctl kern.hostuuid
runs sysctl hw.uuid
runs kenv smbios.system.uuid
runs dmidecode -s system-uuid
runs dmidecode -s system-serial-number
js require("child_process").execSync("hostid")
runs wmic csproduct get uuid
runs wmic csproduct get UUID
runs wmic bios get serialnumber
runs wmic baseboard get serialnumber
runs wmic diskdrive get serialnumber
runs wmic cpu get processorid
runs Get-CimInstance Win32_ComputerSystemProduct
runs Get-CimInstance Win32_BIOS
runs Get-CimInstance Win32_baseboard
runs Get-WmiObject Win32_ComputerSystemProduct
runs Get-WmiObject Win32_BIOS
runs powershell Get-CimInstance Win32_ComputerSystemProduct
runs powershell (Get-CimInstance Win32_ComputerSystemProduct).UUID
runs powershell (Get-WmiObject Win32_ComputerSystemProduct).UUID
runs reg query HKLM\SOFTWARE\Microsoft\Cryptography
runs reg query HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography
runs reg query "HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography"
runs REG.exe QUERY HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography
# As it stands when the path of reg.exe comes out of a variable
runs QUERY HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography

# An extension of VS Code gets its editor's hash of the machine
js require("vscode").env.machineId

library require("node-machine-id").machineId()
library require("node-machine-id").machineIdSync()
library require("machine-uuid")()
library require("hwid").getHWID()
library require("systeminformation").bios()
library require("systeminformation").baseboard()
library require("systeminformation").chassis()
library require("systeminformation").osInfo().serial

# getnode is the address of a network card; uuid1 has it inside
python uuid.getnode()
python uuid.uuid1()
python machineid.id()
python machineid.hashed_id()
python winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, "SOFTWARE\\Microsoft\\Cryptography")
python winreg.OpenKeyEx(winreg.HKEY_LOCAL_MACHINE, "SOFTWARE\\Microsoft\\Cryptography")
