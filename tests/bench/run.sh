#!/usr/bin/env bash
# Measures the published site beside nginx and beside a bare program on the same web server, in one run: rounds take turns,
# the server has the first processor for itself and wrk the second. Prints one table with medians, spreads and ratios, and
# on what machine it ran. It judges nothing; the targets beside the figures are those of the README.
# tests/bench/run.sh [--quick]: about forty minutes on a quiet machine, or six with fewer and shorter rounds and without the
# ten thousand articles, for a look. Needs wrk and nginx (Debian's nginx-light) besides the .NET SDK, and Linux.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

for program in dotnet wrk nginx taskset curl awk; do
  command -v "$program" >/dev/null || { echo "bench/run.sh needs $program on the PATH."; exit 2; }
done
[ "$(nproc)" -ge 2 ] || { echo "bench/run.sh needs two processors: one for the server, one for who asks."; exit 2; }

rounds=7 seconds=10 warm=20 load=60 mixed=300 starts=5 edits=40 sizes=(30 1000 10000)
if [ "${1:-}" = --quick ]; then
  rounds=3 seconds=4 warm=15 load=15 mixed=15 starts=3 edits=10 sizes=(30 1000)
fi

work=$(mktemp -d) bench=tests/bench port=5088 site= others=()
finish() {
  for process in $site ${others[@]+"${others[@]}"}; do kill "$process" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
origin=http://127.0.0.1:$port
ticks=$(getconf CLK_TCK)

say() { printf '== %s\n' "$*" >&2; }

# NUMBERS on lines → median, least and greatest, in a format of printf for each.
spread() { sort -n | awk -v format="${1:-%.2f}" '{ a[NR] = $1 } END { m = NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2; printf format " (" format " to " format ")", m, a[1], a[NR] }'; }
median() { sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
row() { printf '| %s | %s | %s |\n' "$1" "$2" "$3" >>"$work/table"; }

cpu_ms() { awk -v ticks="$ticks" '{ sub(/.*\) /, ""); print ($12 + $13) * 1000 / ticks }' "/proc/$1/stat"; } # of a process since its start
rss_mb() { awk '/^VmRSS/ { printf "%.0f", $2 / 1000 }' "/proc/$1/status"; }
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.3f", b - a }'; }
figure() { sed -n "s/^figures .*$1=\([0-9.]*\).*/\1/p" <<<"$2"; }

# A copy of the content with as many articles as are asked for.
make_content() { # COUNT
  local folder=$work/content-$1 own
  cp -r content "$folder"
  own=$(find "$folder/articles" -name '*.md' | wc -l)
  awk -v from=1 -v to=$(($1 - own)) -v folder="$folder/articles" -f $bench/articles.awk
  (cd "$folder/articles" && ls) | sed 's#^#/articles/#; s#\.md$##' >"$work/pages-$1"
}

# Its first answer is a page. Says after how many seconds that was.
start_site() { # COUNT [SETTING=VALUE…]
  local began settings=("${@:2}")
  rm -rf "$work/data"
  began=$(now)
  DOTNET_ENVIRONMENT=Production ASPNETCORE_URLS=$origin Site__BaseUrl=$origin Content__Root=$work/content-$1 Data__Root=$work/data \
    Mail__From=website@clinic.example Mail__To=desk@clinic.example Smtp__Host=127.0.0.1 Smtp__Port=1 Smtp__Security=None \
    Limits__Requests=100000000 Limits__RequestsADay=100000000 Limits__Flood=100000000 Limits__DatabaseMegabytes=20000 \
    taskset -c 0 env ${settings[@]+"${settings[@]}"} "$work/site/FacialParalysisSite.Web" >"$work/site.log" 2>&1 &
  site=$!
  until taskset -c 1 curl -sf -o "$work/first" "$origin$(head -n 1 "$work/pages-$1")"; do
    kill -0 $site 2>/dev/null || { cat "$work/site.log" >&2; exit 1; }
    sleep 0.005
  done
  started=$(since "$began")
}

stop_site() {
  kill "$site"
  wait "$site" 2>/dev/null || true
  site=
}

# One round: requests a second, p99 in ms and the processor's microseconds for each.
ask_page() { # NAME PROCESS ADDRESS SECONDS
  local before after out requests
  before=$(cpu_ms "$2")
  out=$(taskset -c 1 wrk -t 1 -c 64 -d "$4" -H 'Accept-Encoding: gzip' -s $bench/one.lua "$3")
  after=$(cpu_ms "$2")
  requests=$(figure requests "$out")
  [ "$(figure faults "$out")" = 0 ] || say "$1 had faults: $out"
  awk -v n="$requests" -v s="$(figure seconds "$out")" 'BEGIN { print n / s }' >>"$work/$1.rate"
  figure p99 "$out" >>"$work/$1.p99"
  awk -v a="$before" -v b="$after" -v n="$requests" 'BEGIN { print (b - a) * 1000 / n }' >>"$work/$1.cpu"
}

serve_the_same() { # PATH: nginx and the bare program with what the site sends
  curl -sf -H 'Accept-Encoding: gzip' -D "$work/sent" -o "$work/page.gz" "$origin$1"
  tr -d '\r' <"$work/sent" | sed 1d | grep : | sed -E 's/^([^:]*): ?/\1: /' >"$work/headers"
  mkdir -p "$work/www"
  cp "$work/page.gz" "$work/www/page.html.gz"
  gzip -dc "$work/page.gz" >"$work/www/page.html"
  {
    [ "$(id -u)" != 0 ] || echo "user root;" # else its worker could not read what lies here
    echo "worker_processes 1; pid $work/nginx.pid; error_log $work/nginx.log; daemon off;"
    echo "events { worker_connections 1024; }"
    echo "http { access_log off; sendfile on; tcp_nopush on; open_file_cache max=10; open_file_cache_valid 1h; keepalive_requests 1000000000; server_tokens off; etag off; default_type 'text/html; charset=utf-8';"
    echo "server { listen 127.0.0.1:$((port + 1)); root $work/www; gzip_static on;"
    grep -v -i -E '^(Date|Content-Length|Content-Type|Content-Encoding):' "$work/headers" | sed -E 's/"/\\"/g; s/^([^:]*): (.*)/add_header \1 "\2";/'
    echo "add_header Last-Modified ''; } }"
  } >"$work/nginx.conf"
  taskset -c 0 nginx -e "$work/nginx.log" -c "$work/nginx.conf" &
  others+=($!)
  taskset -c 0 "$work/bare/Bare" serve "http://127.0.0.1:$((port + 2))" "$work/headers" "$work/page.gz" >"$work/bare.log" 2>&1 &
  bare=$!
  others+=("$bare")
  for _ in $(seq 100); do
    curl -sf -o "$work/first" "http://127.0.0.1:$((port + 2))" && curl -sf -o "$work/first" "http://127.0.0.1:$((port + 1))/page.html" && break
    sleep 0.1
  done
  nginx=$(pgrep -P "${others[-2]}")
}

stop_others() {
  for process in "${others[@]}"; do kill "$process"; wait "$process" 2>/dev/null || true; done
  others=()
}

measure_kept_page() {
  local path
  path=$(head -n 1 "$work/pages-30")
  start_site 30
  sleep 10
  row "memory, idle, 30 articles, MB" "$(rss_mb "$site")" "≤ 120"
  say "Warming up"
  ask_page warm "$site" "$origin$path" "$warm"
  sleep 5
  serve_the_same "$path"
  ask_page warm "$bare" "http://127.0.0.1:$((port + 2))/" "$warm"
  say "A kept page, $rounds rounds"
  for _ in $(seq $rounds); do
    ask_page site "$site" "$origin$path" "$seconds"
    ask_page nginx "$nginx" "http://127.0.0.1:$((port + 1))/page.html" "$seconds"
    ask_page bare "$bare" "http://127.0.0.1:$((port + 2))/" "$seconds"
  done
  stop_others
  for name in site nginx bare; do
    row "kept page, requests a second, $name" "$(spread %.0f <"$work/$name.rate")" ""
    row "kept page, processor for each, µs, $name" "$(spread %.1f <"$work/$name.cpu")" ""
    row "kept page, p99, ms, $name" "$(spread %.2f <"$work/$name.p99")" "$([ $name = site ] && echo '≤ 6')"
  done
  row "kept page, site / nginx, requests a second" "$(paste "$work/site.rate" "$work/nginx.rate" | awk '{ print $1 / $2 }' | spread)" "≥ 0.50"
  row "kept page, site / bare, processor" "$(paste "$work/site.cpu" "$work/bare.cpu" | awk '{ print $1 / $2 }' | spread)" "≤ 1.20"
  ask_page load "$site" "$origin$path" "$load"
  row "memory after $load s of load, MB" "$(rss_mb "$site")" "≤ 160"
  stop_site
}

# All pages are asked for once, of a catalog that is new. The first time, what makes them is still being compiled.
measure_new_pages() {
  local before count
  start_site 1000
  count=$(wc -l <"$work/pages-1000")
  sed "s#.*#url = $origin&\noutput = $work/first#" "$work/pages-1000" >"$work/each"
  for round in $(seq 4); do
    edit 1000 "round $round"
    sleep 3
    before=$(cpu_ms "$site")
    taskset -c 1 curl -sf --compressed -K "$work/each"
    [ "$round" = 1 ] || awk -v a="$before" -v b="$(cpu_ms "$site")" -v n="$count" 'BEGIN { print (b - a) / n }' >>"$work/new.cpu"
  done
  row "page that is not kept yet, processor, ms" "$(spread <"$work/new.cpu")" "≤ 0.40"
  stop_site
}

edit() { # COUNT WORDS: changes the title of the last article
  local file
  file=$work/content-$1/articles/$(basename "$(tail -n 1 "$work/pages-$1")").md
  sed -i "s/^title: .*/title: \"Edited: $2\"/" "$file"
}

# Every question of the tests' list, one after the other; the first time round it is still being compiled.
measure_search() { # COUNT
  for round in 1 2 3; do
    grep -v '^#' tests/FacialParalysisSite.Content.Tests/Search/questions-tuned.txt | sed -n 's/ => .*//p' | while read -r question; do
      taskset -c 1 curl -sf -G -o "$work/first" -w '%{time_total}\n' --data-urlencode "q=$question" "$origin/search"
    done | awk '{ print $1 * 1000 }' >"$work/search-$1"
  done
  row "search, the whole answer, $1 articles, ms" "$(spread %.1f <"$work/search-$1")" "≤ $([ "$1" = 10000 ] && echo 15 || echo 5)"
}

measure_size() { # COUNT
  local began last
  last=$(tail -n 1 "$work/pages-$1")
  for _ in $(seq $starts); do
    [ -z "$site" ] || stop_site
    start_site "$1"
    echo "$started" >>"$work/start-$1"
  done
  case $1 in 30) target=0.8 ;; 1000) target=1.3 ;; *) target=3.5 ;; esac
  row "start to the first page, $1 articles, s" "$(spread <"$work/start-$1")" "≤ $target"

  # Until the search answers: then everything is read.
  for _ in $(seq 600); do
    curl -s "$origin/search?q=smile" | grep -q '/articles/' && break
    sleep 0.5
  done
  measure_search "$1"
  sleep 10
  [ "$1" = 30 ] || row "memory with the search, $1 articles, MB" "$(rss_mb "$site")" "$([ "$1" = 10000 ] && echo '≤ 400')"
  for number in $(seq $edits); do
    began=$(now)
    edit "$1" "$number of $1"
    until taskset -c 1 curl -sf "$origin$last" | grep -q "Edited: $number of $1"; do sleep 0.005; done
    since "$began" >>"$work/edit-$1"
    sleep 0.7
  done
  row "edit to live, $1 articles, s; the greatest of $edits" "$(spread <"$work/edit-$1")" "≤ $([ "$1" = 10000 ] && echo 0.5 || echo 0.3)"
  stop_site
}

# The form as somebody has opened it, filled in for wrk.
open_form() {
  curl -sf -c "$work/jar" -o "$work/form.html" "$origin/consultation"
  {
    awk '/antiforgery/ { print $6 "=" $7 }' "$work/jar"
    printf '%s' "name=Ada+Sample&phone=%28310%29+555-0123&agreed=yes&message=$(printf 'Some+words+that+somebody+might+write.%.0s' $(seq 8))"
    sed -n 's/.*name="__RequestVerificationToken" value="\([^"]*\)".*/\&__RequestVerificationToken=\1/p; s/.*name="opened" value="\([^"]*\)".*/\&opened=\1/p' "$work/form.html" | tr -d '\n'
    echo
  } >"$work/form"
  sleep 4
}

# Sends forms as fast as they are answered, and says what wrk says of it.
ask() { # SECONDS
  taskset -c 1 wrk -t 1 -c 16 -d "$1" -s $bench/asking.lua "$origin" -- 100 0 "$work/pages-30" "$work/form"
}

# What counts is what lies in the database afterwards, not what was answered. A mail server takes the mails that the limit
# for an hour lets through, and no pictures are made meanwhile. Beside it the least that storing can be, with the same settings.
measure_asking() {
  local out before mail=$((port + 3))
  taskset -c 1 "$work/bare/Bare" mail "$mail" >"$work/mail.log" 2>&1 &
  others+=($!)
  start_site 30 "Smtp__Port=$mail" Pictures__Program=
  open_form
  say "Warming up"
  ask "$warm" >"$work/first"
  say "Requests, $rounds rounds"
  for _ in $(seq $rounds); do
    before=$("$work/bare/Bare" count "$work/data/site.db" Requests)
    out=$(ask "$seconds")
    [ "$(figure faults "$out")" = 0 ] || say "Posts had faults: $out"
    awk -v a="$before" -v b="$("$work/bare/Bare" count "$work/data/site.db" Requests)" -v s="$(figure seconds "$out")" 'BEGIN { print (b - a) / s }' >>"$work/posts"
    rm -f "$work/rows"*
    taskset -c 0 "$work/bare/Bare" insert "$work/rows" "$seconds" >>"$work/inserts"
  done
  row "requests accepted a second" "$(spread %.0f <"$work/posts")" ""
  row "bare rows written a second, each synced" "$(spread %.0f <"$work/inserts")" ""
  row "accepted / bare" "$(paste "$work/posts" "$work/inserts" | awk '{ print $1 / $2 }' | spread)" "≥ 0.30"
  stop_site
  stop_others
}

measure_mixed() {
  local out before
  start_site 30
  open_form
  taskset -c 1 wrk -t 1 -c 8 -d "$warm" -s $bench/asking.lua "$origin" -- 2 3 "$work/pages-30" "$work/form" >"$work/first"
  before=$(rss_mb "$site")
  out=$(taskset -c 1 wrk -t 1 -c 8 -d "$mixed" -s $bench/asking.lua "$origin" -- 2 3 "$work/pages-30" "$work/form")
  row "mixed load, $mixed s: requests, faults" "$(figure requests "$out"), $(figure faults "$out")" "no fault"
  row "mixed load: p99, longest, ms" "$(figure p99 "$out"), $(figure max "$out")" "≤ 250"
  row "mixed load: memory before and after, MB" "$before, $(rss_mb "$site")" "flat"
  stop_site
}

curl -s -o /dev/null "$origin" && { echo "Something else answers at port $port."; exit 2; }
say "Publishing"
dotnet publish src/FacialParalysisSite.Web -c Release -o "$work/site" -nologo -v quiet
dotnet publish $bench/Bare -c Release -o "$work/bare" -nologo -v quiet
say "Writing articles"
for size in "${sizes[@]}"; do make_content "$size"; done

measure_kept_page
say "Pages that are not kept yet"
measure_new_pages
for size in "${sizes[@]}"; do
  say "$size articles"
  measure_size "$size"
done
say "Requests"
measure_asking
say "Everything at once"
measure_mixed

echo "Measured on $(date +%F), $(nproc) processors ($(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1)), $(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo), Linux $(uname -r), $(stat -f -c %T "$work"), .NET $(dotnet --version), $(nginx -v 2>&1 | sed 's/.*: //'); load of the machine at the end $(cut -d ' ' -f 1-3 /proc/loadavg)."
echo
printf '| what | median (least to greatest) | target |\n| --- | --- | --- |\n'
cat "$work/table"
