# The locale: language, region and formats that the user's system is set to.
# Sources: POSIX (XBD 8.2), locale(7), gettext, ECMA-402, the HTML standard (navigator), Electron, VS Code, Python's locale.

# LC_* is not used as a whole: LC_TERMINAL tells of the terminal
env LANG
env LANGUAGE
env LC_ALL
env LC_COLLATE
env LC_CTYPE
env LC_MESSAGES
env LC_MONETARY
env LC_NUMERIC
env LC_TIME
env LC_NAME
env LC_PAPER
env LC_ADDRESS
env LC_TELEPHONE
env LC_MEASUREMENT
env LC_IDENTIFICATION

# What a formatter falls back to when it is given no locale
js Intl.DateTimeFormat().resolvedOptions().locale
js Intl.NumberFormat().resolvedOptions().locale
js Intl.Collator().resolvedOptions().locale
js Intl.PluralRules().resolvedOptions().locale
js Intl.RelativeTimeFormat().resolvedOptions().locale
js Intl.ListFormat().resolvedOptions().locale
js Intl.Segmenter().resolvedOptions().locale

# Browsers, Node 21 and later, Deno, Bun
js navigator.language
js navigator.languages
js navigator.userLanguage
js navigator.browserLanguage
js navigator.systemLanguage

# Electron and VS Code
js require("electron").app.getLocale()
js require("electron").app.getSystemLocale()
js require("electron").app.getLocaleCountryCode()
js require("electron").app.getPreferredSystemLanguages()
js require("vscode").env.language

# Files and commands
file /etc/locale.conf
file /etc/default/locale
file /etc/sysconfig/i18n
runs localectl
runs defaults read AppleLocale
runs defaults read AppleLanguages
runs Get-Culture
runs Get-UICulture
runs Get-WinSystemLocale
runs Get-WinUserLanguageList
runs powershell Get-Culture
runs powershell (Get-Culture).Name
runs powershell Get-UICulture
runs powershell (Get-UICulture).Name
runs powershell [System.Globalization.CultureInfo]::CurrentCulture.Name
runs powershell [System.Globalization.CultureInfo]::CurrentUICulture.Name
runs powershell [CultureInfo]::CurrentUICulture.Name
runs reg query HKCU\Control Panel\International
runs reg query HKEY_CURRENT_USER\Control Panel\International
js require("child_process").execSync("locale")
js require("child_process").execFileSync("locale")
js require("child_process").execFile("locale")
js require("child_process").spawnSync("locale")
js require("child_process").spawn("locale")

# Libraries of npm
library require("os-locale").osLocale()
library require("os-locale").osLocaleSync()
library require("os-locale")()
library require("get-user-locale").getUserLocale()
library require("get-user-locale").getUserLocales()

# Python
python locale.getlocale()
python locale.getdefaultlocale()
python locale.setlocale(locale.LC_ALL, "")
python locale.setlocale(locale.LC_CTYPE, "")
python locale.setlocale(locale.LC_TIME, "")
python ctypes.windll.kernel32.GetUserDefaultUILanguage()
python ctypes.windll.kernel32.GetUserDefaultLCID()
python babel.default_locale()
python babel.core.default_locale()
