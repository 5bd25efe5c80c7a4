# The proxy that the user's network asks for.
# Sources: curl(1) (variables and their lower case), npm config, Python's urllib.request, Go's net/http, gRPC, Electron, Windows, macOS.

env HTTP_PROXY
env http_proxy
env HTTPS_PROXY
env https_proxy
env ALL_PROXY
env all_proxy
env NO_PROXY
env no_proxy
env NOPROXY
env noproxy
env FTP_PROXY
env ftp_proxy
env SOCKS_PROXY
env socks_proxy
env WS_PROXY
env ws_proxy
env WSS_PROXY
env wss_proxy
env grpc_proxy
env GRPC_PROXY
env no_grpc_proxy
env NO_GRPC_PROXY

# Settings of package managers, libraries and command line tools
env npm_config_proxy
env npm_config_http_proxy
env npm_config_https_proxy
env npm_config_noproxy
env NPM_CONFIG_PROXY
env NPM_CONFIG_HTTP_PROXY
env NPM_CONFIG_HTTPS_PROXY
env NPM_CONFIG_NOPROXY
env YARN_HTTP_PROXY
env YARN_HTTPS_PROXY
env GLOBAL_AGENT_HTTP_PROXY
env GLOBAL_AGENT_HTTPS_PROXY
env GLOBAL_AGENT_NO_PROXY
env ELECTRON_GET_USE_PROXY
env DOCKER_HTTP_PROXY
env DOCKER_HTTPS_PROXY
env CLOUDSDK_PROXY_*

# The system's own setting
runs scutil --proxy
runs networksetup -getwebproxy
runs networksetup -getsecurewebproxy
runs networksetup -getautoproxyurl
runs networksetup -getsocksfirewallproxy
runs gsettings get org.gnome.system.proxy
runs npm config get https-proxy
runs reg query HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings
runs reg query HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Internet Settings
js require("electron").session.defaultSession.resolveProxy()

library require("proxy-from-env").getProxyForUrl()
library require("get-proxy")()
library require("get-proxy-settings").getProxySettings()
library require("windows-system-proxy").getWindowsSystemProxy()
library require("mac-system-proxy").getMacSystemProxy()
library require("os-proxy-config").getSystemProxy()

python urllib.request.getproxies()
python urllib.request.getproxies_environment()
python urllib.request.proxy_bypass()
python requests.utils.get_environ_proxies()
python requests.utils.should_bypass_proxies()
