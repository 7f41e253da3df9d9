#!/usr/bin/env bash
# Judges the published site with the tools that others judge sites by: Lighthouse (a telephone on slow 4G, simulated),
# html-validate, the Nu checker and linkinator. Prints one table; the exit code is 0 only if every line of it holds.
# Needs Node.js 20 with npm, Java 11 for the Nu checker, OpenSSL, and Chromium; the tools are fetched into a folder of its own.
# Not part of the ordinary run: the tools are large, and Lighthouse's times depend on the machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for program in dotnet node npm java openssl; do
  command -v "$program" >/dev/null || { echo "audit.sh needs $program on the PATH."; exit 2; }
done

export CHROME_PATH=${CHROMIUM_PATH:-$(command -v chromium-headless-shell || command -v chromium || command -v google-chrome || true)}
[ -n "$CHROME_PATH" ] || { echo "audit.sh needs Chromium: install it, or set CHROMIUM_PATH."; exit 2; }

work=$(mktemp -d)
site=
trap '[ -z "$site" ] || kill "$site"; rm -rf "$work"' EXIT

echo "== Publishing"
dotnet publish src/FacialParalysisSite.Web -c Release -o "$work/site" -nologo -v quiet

echo "== Fetching the tools"
cp tests/audit/package.json tests/audit/*.mjs "$work"
npm install --prefix "$work" --no-audit --no-fund --no-package-lock --loglevel error >"$work/npm.log" 2>&1 || { cat "$work/npm.log"; exit 2; }

# As people get it: over TLS and HTTP/2, here without a proxy and under a certificate that is thrown away.
echo "== Starting the site"
port=${AUDIT_PORT:-5087} origin=https://localhost:${AUDIT_PORT:-5087}
curl -sk -o /dev/null "$origin" && { echo "Something else answers at port $port; set AUDIT_PORT."; exit 2; }
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
DOTNET_ENVIRONMENT=Production ASPNETCORE_URLS=$origin Site__BaseUrl=$origin Data__Root=$work/data \
  Kestrel__Certificates__Default__Path=$work/cert.pem Kestrel__Certificates__Default__KeyPath=$work/key.pem \
  Mail__From=website@clinic.example Mail__To=desk@clinic.example Smtp__Host=127.0.0.1 Smtp__Port=1 Smtp__Security=None \
  "$work/site/FacialParalysisSite.Web" >"$work/site.log" 2>&1 &
site=$!
for _ in $(seq 100); do
  curl -sk -o /dev/null "$origin" && break
  kill -0 "$site" 2>/dev/null || { cat "$work/site.log"; exit 2; }
  sleep 0.2
done

NODE_EXTRA_CA_CERTS=$work/cert.pem node "$work/audit.mjs" "$origin"
