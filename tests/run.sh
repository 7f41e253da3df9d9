#!/usr/bin/env bash
# Runs every test; gets Chromium, strace and libvips where they are missing and can be had. With --faults [KILLS] it runs
# those alone that break the site under load, or its database, its keys or its clock, and breaks it much more often than
# else: 100 kills, 10 stops and 10 power cuts in about a quarter of an hour, or as many kills as are named and a tenth as
# many of the others.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only if nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

filter=()
if [ "${1:-}" = --faults ]; then
  export FAULTS=${2:-100}
  filter=(--filter 'FullyQualifiedName~.Faults.|Category=Fault')
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

say() { printf '== %s\n' "$*"; }

find_chromium() {
  local program
  for program in "${CHROMIUM_PATH:-}" "$@"; do
    [ -n "$program" ] && command -v "$program" && return 0
  done
  return 1
}

# The lists of packages may be old or not there at all; once is enough.
update_packages() {
  [ -n "${updated:-}" ] || apt-get update -qq >>"$results/apt.log" 2>&1 || true
  updated=yes
}

install_package() { # install_package PACKAGE…
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  say "Installing with apt-get: $*"
  update_packages
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$results/apt.log" 2>&1
}

# The shell is Chromium without windows of its own: the tests take half the time.
install_chromium() { install_package chromium-headless-shell; }

# strace makes disks fail, and vipsthumbnail makes pictures small; without one of them its tests are skipped and say so.
# It fails where nothing had to be installed, too.
provide() { # provide PROGRAM PACKAGE
  command -v "$1" >/dev/null && return 1
  install_package "$2" || { say "$2 is missing and could not be installed: tests that need $1 are skipped"; return 1; }
}

download_chromium() {
  local folder=tests/FacialParalysisSite.Browser.Tests/bin/Release/net10.0/.playwright node
  node=$(find "$folder/node" -type f -name 'node*' -perm -u+x 2>/dev/null | head -n 1)
  [ -n "$node" ] || return 1
  say "Downloading Playwright's own Chromium"
  timeout 300 "$node" "$folder/package/cli.js" install chromium >"$results/playwright.log" 2>&1
}

provide_chromium() {
  local shell=chromium-headless-shell
  if chromium=$(find_chromium "$shell") || { install_chromium && chromium=$(find_chromium "$shell"); } || chromium=$(find_chromium chromium chromium-browser google-chrome); then
    export CHROMIUM_PATH=$chromium
  elif ! download_chromium; then
    say "The browser tests are skipped: Chromium is missing and could not be installed"
  fi
}

# The program as it is published, compiled beforehand where that can be had: it starts in half the time, and starts are
# what a thousand kills are made of. From a copy, because it restores more than the tests beside it do.
publish_site() {
  say "Publishing the site"
  mkdir "$results/copy" && tar -c --exclude=bin --exclude=obj --exclude=data global.json .editorconfig src wwwroot content | tar -x -C "$results/copy" || return
  dotnet publish "$results/copy/src/FacialParalysisSite.Web" -c Release -nologo -v quiet -o "$results/site" >"$results/publish.log" 2>&1 \
    || { say "It cannot be compiled beforehand here: kills take longer"; return; }
  export SITE_PROGRAM=$results/site/FacialParalysisSite.Web.dll
}

# Production sends with MailKit: another file and another library, held to the same contract. It is built in a folder of
# its own, so that neither build finds the packages or the files of the other.
test_mailkit() {
  local project=tests/FacialParalysisSite.Consultations.Tests options=(-p:UseMailKit=true --artifacts-path "$results/mailkit" -nologo) answer
  timeout 180 dotnet restore "$project" "${options[@]}" >"$results/mailkit.log" 2>&1
  answer=$?
  if [ "$answer" -eq 124 ] || { [ "$answer" -ne 0 ] && grep -q -E 'NU110[1-3]|NU1301|NU1603' "$results/mailkit.log"; }; then
    say "The MailKit sender is not tested: MailKit cannot be restored here"
    return 0
  fi
  say "Testing the MailKit sender"
  dotnet test "$project" "${options[@]}" --filter FullyQualifiedName~.Mail.SmtpSender --logger trx --results-directory "$results"
}

if ! command -v dotnet >/dev/null; then
  say "The .NET 10 SDK is missing: dotnet is not on the PATH"
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

# Most of these programs end before what the compiler learns of them is worth its cost.
export DOTNET_TieredPGO=0

say "Building"
if ! dotnet build FacialParalysisSite.sln -c Release -warnaserror -nologo -v quiet; then
  say "The build failed"
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

if [ -n "${FAULTS:-}" ]; then
  publish_site
else
  provide_chromium
fi

provide strace strace
# Debian 13 and Ubuntu 24.04 have what writes and reads AVIF in packages of their own; older systems do not know these names.
provide vipsthumbnail libvips-tools && install_package libheif-plugin-aomenc libheif-plugin-aomdec

# Beside the others: it is a build, and they often wait for something.
[ -n "${FAULTS:-}" ] || { test_mailkit >"$results/mailkit.txt" 2>&1 & mailkit=$!; }

# In the order of the solution, in which those that take longest stand first.
say "Testing"
dotnet test FacialParalysisSite.sln -c Release ${filter[@]+"${filter[@]}"} --no-build -nologo --logger trx --results-directory "$results" | tee "$results/output.txt"
status=${PIPESTATUS[0]}
if [ -n "${mailkit:-}" ]; then
  wait "$mailkit" || status=1
  tee -a "$results/output.txt" <"$results/mailkit.txt"
fi

# Each skipped test with its reason.
for file in "$results"/*.trx; do
  [ -e "$file" ] && awk '
    /<UnitTestResult / { name = ""; if (/outcome="NotExecuted"/) { name = $0; sub(/.*testName="/, "", name); sub(/".*/, "", name) } }
    /<Message>/ && name != "" { why = $0; sub(/.*<Message>/, "", why); sub(/<\/Message>.*/, "", why); print "Skipped: " name "\n  because: " why; name = "" }
  ' "$file"
done

# What tests have measured.
for file in "$results"/*.trx; do
  [ -e "$file" ] && grep -h -o -E '(Search quality|Faults)[,:] [^<]*' "$file" | sort -u
done

count() { # count NAME: the sum of a number in the closing lines of all test projects
  sed -n "s/.*Failed: *\([0-9]*\), Passed: *\([0-9]*\), Skipped: *\([0-9]*\),.*/Failed \1 Passed \2 Skipped \3/p" "$results/output.txt" \
    | tr ' ' '\n' | awk -v name="$1" 'previous == name { sum += $0 } { previous = $0 } END { print sum + 0 }'
}

passed=$(count Passed) failed=$(count Failed) skipped=$(count Skipped)

# A test process that broke down has no closing line.
[ "$status" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
[ "$passed" -eq 0 ] && [ "$status" -eq 0 ] && { say "No test ran"; failed=1; status=1; }

echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
