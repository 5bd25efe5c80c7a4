#!/bin/sh
# Measures how many requests candor gateway passes on while it reads them, beside nginx as a plain reverse proxy,
# Portkey's gateway and mitmproxy, all before the same server on loopback. Prints Markdown; ends with 1 if a limit is
# exceeded.
#
#   bench/gateway.sh [SECONDS]      of each cell of the table; default: 10
#
# Needs nginx, wrk, mitmdump (Debian: nginx-light, wrk, mitmproxy), node, npm and perl; npm fetches Portkey's gateway,
# version PORTKEY. Bodies are requests of OpenAI's chat completions, since all of them speak that.
set -eu

. "$(dirname "$0")/common.sh"
need nginx wrk mitmdump node npm perl curl
seconds=${1:-10}
portkey=${PORTKEY:-1.15.2}
connections=64
make_work_folder
origin=18480 plain=18481 own=18482 other=18483 third=18484 admin=18485 answers=18486
pids=
over=0
trap 'for pid in $pids; do kill "$pid" 2>/dev/null || true; done; [ -n "${KEEP:-}" ] || rm -rf "$work"' EXIT

# Waits until somebody listens on port $1.
listens() {
  tries=0
  until curl -s -o /dev/null --max-time 2 "http://127.0.0.1:$1/"; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || { echo "gateway.sh: nobody listens on port $1; see $work" >&2; exit 2; }
    sleep 0.1
  done
}

# A request of about $1 bytes: instructions, a talk, and files that a tool has read.
perl -e '
  my ($size) = @ARGV;
  srand(1);
  my @words = map { my $w = ""; $w .= chr(97 + int rand 26) for 1 .. 2 + int rand 8; $w } 1 .. 400;
  my $text = sub { my $n = shift; my $t = ""; while (length $t < $n) { $t .= $words[rand @words] . (rand() < 0.1 ? ".\\n" : " ") } $t };
  my @messages = sprintf q({"role":"system","content":"%s"}), $text->(3000);
  my $all = 3000;
  while ($all < $size - 600) {
    my $n = 400 + int rand 1600;
    push @messages, sprintf q({"role":"%s","content":"%s"}), (@messages % 2 ? "user" : "assistant"), $text->($n);
    $all += $n + 30;
  }
  print q({"model":"gpt-5","messages":[), join(",", @messages), q(],"stream":false,"max_tokens":512});
' 20000 >"$work/20KB.json"
perl -e '
  open my $f, "<", $ARGV[0]; local $/; my $one = <$f>;
  my ($head, $talk, $tail) = $one =~ /^(.*?"messages":\[)(.*)(\],"stream".*)$/s;
  print $head, join(",", ($talk) x 20), $tail;
' "$work/20KB.json" >"$work/400KB.json"
for size in 20KB 400KB; do
  for answer in json sse; do
    stream=false
    [ $answer = json ] || stream=true
    sed "s/\"stream\":false/\"stream\":$stream/" "$work/$size.json" >"$work/$size-$answer.json"
    cat >"$work/$size-$answer.lua" <<EOF
local file = io.open("$work/$size-$answer.json", "rb")
wrk.method = "POST"
wrk.body = file:read("*a")
file:close()
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer sk-none"
wrk.headers["User-Agent"] = "bench/1.0"
wrk.headers["x-answer"] = "$answer"
wrk.headers["x-portkey-provider"] = "openai"
wrk.headers["x-portkey-custom-host"] = "http://127.0.0.1:$origin/v1"
wrk.headers["x-portkey-forward-headers"] = "x-answer"
EOF
  done
done

# The server's answers: a short JSON, or a stream of 30 events. They stand in nginx's configuration.
json=$(perl -e 'print qq({"id":"c1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":") . "word " x 300 . qq("},"finish_reason":"stop"}]})')
sse=$(perl -e 'printf qq(data: {"id":"c1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"word %d "}}]}\n\n), $_ for 1 .. 30; print "data: [DONE]\n\n"')
mkdir -p "$work/nginx"
cat >"$work/nginx.conf" <<EOF
worker_processes 1;
daemon off;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
events { worker_connections 20000; }
http {
  access_log off;
  client_max_body_size 0;
  client_body_buffer_size 1m;
  client_body_temp_path $work/nginx/body;
  proxy_temp_path $work/nginx/proxy;
  fastcgi_temp_path $work/nginx/fastcgi;
  uwsgi_temp_path $work/nginx/uwsgi;
  scgi_temp_path $work/nginx/scgi;
  keepalive_requests 100000000;
  tcp_nodelay on;
  upstream server { server 127.0.0.1:$origin; keepalive 256; keepalive_requests 100000000; }
  upstream answers { server 127.0.0.1:$answers; keepalive 256; keepalive_requests 100000000; }
  server {
    listen 127.0.0.1:$origin backlog=4096;
    location / {
      # By itself nginx would answer before it has read the body.
      proxy_pass http://answers;
      proxy_http_version 1.1;
      proxy_request_buffering on;
      proxy_pass_request_body off;
      proxy_set_header Content-Length "";
      proxy_set_header Connection "";
    }
  }
  server {
    listen 127.0.0.1:$answers backlog=4096;
    location / {
      if (\$http_x_answer = sse) { rewrite ^ /sse last; }
      default_type application/json;
      return 200 '$json';
    }
    location = /sse {
      default_type text/event-stream;
      return 200 '$sse';
    }
  }
  server {
    listen 127.0.0.1:$plain backlog=4096;
    location / {
      proxy_pass http://server;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_request_buffering off;
      proxy_buffering off;
    }
  }
}
EOF

# Starts a command in the background; its output goes to $work/$1.log.
start() {
  name=$1
  shift
  "$@" >"$work/$name.log" 2>&1 &
  pids="$pids $!"
}

(cd "$work" && npm init -y >/dev/null 2>&1 && npm install --silent --no-audit --no-fund "@portkey-ai/gateway@$portkey" >/dev/null 2>&1) || {
  echo "gateway.sh: npm could not fetch @portkey-ai/gateway@$portkey" >&2
  exit 2
}
"$candor" --version >/dev/null # builds what is out of date, before anything is measured
start nginx nginx -e "$work/nginx/error.log" -c "$work/nginx.conf"
start candor "$candor" gateway --upstream "observe=http://127.0.0.1:$origin" \
  --upstream "canonicalise=http://127.0.0.1:$origin" --mode canonicalise=canonicalise \
  --listen "127.0.0.1:$own" --admin "127.0.0.1:$admin" --findings "$work/findings"
start portkey env TRUSTED_CUSTOM_HOSTS=127.0.0.1 \
  node "$work/node_modules/@portkey-ai/gateway/build/start-server.js" "--port=$other" --headless
start mitmproxy mitmdump --quiet --listen-host 127.0.0.1 -p "$third" --mode "reverse:http://127.0.0.1:$origin" \
  --set "confdir=$work/mitmproxy"
for port in $origin $plain $own $other $third; do listens "$port"; done

# Prints requests a second that $2 answers, asked as $1 says for $3 seconds; fails, where answers are not 200.
load() {
  wrk -t1 -c$connections -d"${3}s" -s "$work/$1.lua" "$2" >"$work/wrk" 2>&1
  if grep -q 'Non-2xx' "$work/wrk"; then
    echo fails
    return
  fi
  sed -n 's/^Requests\/sec: *//p' "$work/wrk"
}

# Of what the gateway passed on in observe mode, how many bodies it has not read.
unread() {
  curl -s "http://127.0.0.1:$admin/metrics" | awk '/^candor_gateway_bodies_unread_total/ { sum += $NF } END { print sum + 0 }'
}

# A row for bodies of size $1, answers of kind $2, sent to port $3 and path $4, called $5. Sets rate.
row() {
  load "$1-$2" "http://127.0.0.1:$3$4" 2 >/dev/null # warms it
  before=$(unread)
  rate=$(load "$1-$2" "http://127.0.0.1:$3$4" "$seconds")
  missed=$(calc %.0f 'b - a' "$before" "$(unread)")
  note=
  [ "$missed" = 0 ] || note="; $missed bodies were passed on unread"
}

# Adds to the verdict: the rate of candor over $1, called $2, is at least $3.
least() {
  if [ "$1" = fails ]; then
    judgement="$judgement, $2 fails"
    return
  fi
  ratio=$(calc %.2f a/b "$candor_rate" "$1")
  judged=$(verdict "$3" "$ratio")
  [ "$judged" = PASS ] || over=1
  judgement="$judgement, $ratio × $2 (≥ $3: $judged)"
}

path=/v1/chat/completions
heading
echo "Requests a second over $connections connections, $seconds s for each; server, proxy and load share the cores."
echo
echo "| bodies, answers | direct | nginx | Portkey $portkey | mitmproxy | candor, observe | candor, canonicalise |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
judgements=
for size in 20KB 400KB; do
  for answer in json sse; do
    cells=
    for target in "$origin$path" "$plain$path" "$other$path" "$third$path" "$own/observe$path" "$own/canonicalise$path"; do
      row $size $answer "${target%%/*}" "/${target#*/}"
      cells="$cells | $rate$note"
      case $target in
        $plain*) nginx_rate=$rate ;;
        $other*) portkey_rate=$rate ;;
        $third*) mitmproxy_rate=$rate ;;
        $own/observe*) candor_rate=$rate ;;
      esac
    done
    echo "| $size, $answer$cells |"
    judgement=
    least "$nginx_rate" nginx 0.5
    least "$portkey_rate" Portkey 3
    least "$mitmproxy_rate" mitmproxy 20
    judgements="$judgements
- $size, $answer:${judgement#,}"
  done
done
echo "$judgements"
exit $over
