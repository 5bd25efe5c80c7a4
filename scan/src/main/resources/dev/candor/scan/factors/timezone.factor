# The time zone: by name, by offset from UTC, or as text that a date brings along.
# Sources: ECMA-262 and ECMA-402 (Date, Intl, Temporal), Python's time and datetime, tzset(3), systemd, Windows.

env TZ

# By name
js Intl.DateTimeFormat().resolvedOptions().timeZone
js Temporal.Now.timeZoneId()
js Temporal.Now.zonedDateTimeISO().timeZoneId

# By offset; of any date, because a date without a zone of its own has the machine's
method new Date().getTimezoneOffset()
js Temporal.Now.zonedDateTimeISO().offsetNanoseconds

# By the text of a date, which ends in "GMT+0800 (China Standard Time)"
js new Date().toString()
js new Date().toTimeString()
js String(new Date())

# By the system's files
file /etc/localtime
file /etc/timezone
file /etc/TZ
file /etc/sysconfig/clock
file /var/db/timezone/localtime

# By commands
runs timedatectl
runs date +%Z
runs date +%z
runs systemsetup -gettimezone
runs tzutil /g
runs Get-TimeZone
runs powershell Get-TimeZone
runs powershell (Get-TimeZone).Id
runs powershell [System.TimeZoneInfo]::Local.Id
runs powershell [TimeZoneInfo]::Local.Id
runs pwsh Get-TimeZone
runs pwsh (Get-TimeZone).Id
runs reg query HKLM\SYSTEM\CurrentControlSet\Control\TimeZoneInformation
runs reg query HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\TimeZoneInformation

# By libraries of npm
library require("moment-timezone").tz.guess()
library require("dayjs").tz.guess()
library require("luxon").DateTime.now().zoneName
library require("luxon").DateTime.local().zoneName
library require("jstz").determine()
library require("jstimezonedetect").determine()
library require("@js-temporal/polyfill").Temporal.Now.timeZoneId()
library require("temporal-polyfill").Temporal.Now.timeZoneId()

# In Python
python time.tzname
python time.timezone
python time.altzone
python time.daylight
python time.localtime().tm_zone
python time.localtime().tm_gmtoff
python time.strftime("%Z")
python time.strftime("%z")
python datetime.datetime.now().astimezone().tzinfo
python datetime.datetime.now().astimezone().tzname()
python datetime.datetime.now().astimezone().utcoffset()
python datetime.datetime.now().astimezone().strftime("%Z")
python datetime.datetime.now().astimezone().strftime("%z")
python tzlocal.get_localzone()
python tzlocal.get_localzone_name()
python dateutil.tz.tzlocal()
python pendulum.local_timezone()
