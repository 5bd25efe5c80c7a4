# The machine's network: cards, addresses (the one seen from outside included), routes, neighbours, the name of the wireless network.
# Sources: Node's os, Deno, the kernel's /proc and /sys, iproute2, net-tools, Windows, macOS, Python's socket, psutil.

js require("os").networkInterfaces()
js Deno.networkInterfaces()
js require("child_process").execSync("ifconfig")
js require("child_process").execFileSync("ifconfig")
js require("child_process").spawnSync("ifconfig")
js require("child_process").execSync("getmac")

# What tells a machine its address as seen from outside; the ends of such a service's URL
file api.ipify.org
file api.ipify.org?format=json
file api64.ipify.org
file api64.ipify.org?format=json
file checkip.amazonaws.com
file icanhazip.com
file ifconfig.me/ip
file ipinfo.io/ip
file ipinfo.io/json

file /sys/class/net
file /sys/class/net/
file /proc/net/dev
file /proc/net/route
file /proc/net/arp
file /proc/net/wireless
file /proc/net/if_inet6
file /etc/network/interfaces

runs ifconfig -a
runs /sbin/ifconfig
runs ip addr
runs ip a
runs ip route
runs ip neigh
runs hostname -I
runs arp -a
runs arp -n
runs route -n
runs route print
runs netstat -r
runs netstat -rn
runs netstat -nr
runs netstat -i
runs netstat -ie
runs getmac /fo
runs getmac /v
runs getmac /nh
runs ipconfig /all
runs ipconfig getifaddr
runs ipconfig getpacket
runs netsh wlan show interfaces
runs netsh wlan show profiles
runs netsh interface ipv4
runs networksetup -listallhardwareports
runs networksetup -listallnetworkservices
runs networksetup -getairportnetwork
runs networksetup -getinfo
runs iwgetid
runs iwconfig
runs system_profiler SPNetworkDataType
runs system_profiler SPAirPortDataType
runs Get-NetAdapter
runs Get-NetIPAddress
runs Get-NetIPConfiguration
runs Get-CimInstance Win32_NetworkAdapter
runs Get-CimInstance Win32_NetworkAdapterConfiguration
runs Get-CimInstance Win32_IP4RouteTable
runs curl ifconfig.me
runs curl ipinfo.io
runs curl icanhazip.com
runs curl https://api.ipify.org

library require("public-ip").publicIp()
library require("public-ip").publicIpv4()
library require("public-ip").publicIpv6()
library require("public-ip").v4()
library require("public-ip").v6()
library require("internal-ip").internalIpV4()
library require("internal-ip").internalIpV6()
library require("internal-ip").internalIpV4Sync()
library require("internal-ip").internalIpV6Sync()
library require("internal-ip").v4()
library require("internal-ip").v6()
library require("default-gateway").gateway4async()
library require("default-gateway").gateway4sync()
library require("default-gateway").v4()
library require("ip").address()
library require("address").ip()
library require("address").mac()
library require("macaddress").networkInterfaces()
library require("getmac")()
library require("systeminformation").networkInterfaces()
library require("systeminformation").networkGatewayDefault()
library require("systeminformation").wifiConnections()

python psutil.net_if_addrs()
python psutil.net_if_stats()
python netifaces.interfaces()
python netifaces.ifaddresses()
python netifaces.gateways()
python ifaddr.get_adapters()
python socket.if_nameindex()
python socket.gethostbyname(socket.gethostname())
