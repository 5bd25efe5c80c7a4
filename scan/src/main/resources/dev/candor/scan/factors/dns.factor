# How the machine finds names: its name servers, its search domains, its table of hosts, its own name as name servers have it.
# Sources: Node's dns, resolv.conf(5), systemd-resolved, macOS's scutil, Windows, dnspython.
# Looking up a host to connect to it is not listed: that uses the name service and says nothing about it.

js require("dns").getServers()
js require("dns").promises.getServers()
js require("dns/promises").getServers()
js require("dns").Resolver().getServers()
js require("dns").promises.Resolver().getServers()
js require("dns/promises").Resolver().getServers()

# One's own name, asked of the name service
js require("dns").lookup(require("os").hostname())
js require("dns").promises.lookup(require("os").hostname())
js require("dns/promises").lookup(require("os").hostname())

file /etc/resolv.conf
file /run/systemd/resolve/resolv.conf
file /run/systemd/resolve/stub-resolv.conf
file /etc/hosts
file /etc/nsswitch.conf
file \System32\drivers\etc\hosts

runs scutil --dns
runs resolvectl
runs systemd-resolve --status
runs networksetup -getdnsservers
runs networksetup -getsearchdomains
runs ipconfig /displaydns
runs Get-DnsClientServerAddress
runs powershell Get-DnsClientServerAddress
runs nmcli -f IP4.DNS

python dns.resolver.get_default_resolver()
python dns.resolver.Resolver().nameservers
python socket.gethostbyaddr(socket.gethostname())
python socket.gethostbyname_ex(socket.gethostname())
python socket.getaddrinfo(socket.gethostname())
