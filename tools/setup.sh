#!/bin/sh
# Installs what Osler needs and is missing: Node 24, npm packages, Debian packages. Running it again changes nothing.
# Usage: tools/setup.sh [start|test]   (test adds what only the tests need)
set -eu
cd "$(dirname "$0")/.."

say() { echo "osler set-up: $*" >&2; }
stop() { say "$*"; exit 1; }

# 1. npm packages, anew when the lock file is newer than what is there; and Node 24 beside them where the one on the
# PATH is older: npm scripts find it there first.
major() { "$1" --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }
newer_node=''
if [ -x node_modules/.bin/node ] || [ "$(major node)" -lt 24 ]; then newer_node=node@24; fi
installed=node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ package-lock.json -nt "$installed" ] ||
  { [ -n "$newer_node" ] && [ ! -x node_modules/.bin/node ]; }; then
  say "installing npm packages${newer_node:+ and Node 24} …"
  # Not `npm ci`: it refuses where the registry lacks packages for other platforms, which nobody here needs.
  # shellcheck disable=SC2086
  npm install --no-save --no-fund --no-audit --loglevel=error $newer_node ||
    stop 'npm could not install the packages. Check that this machine reaches the npm registry, then run this again.'
fi
ln -sf ../../bin/osler node_modules/.bin/osler

# 2. Programs from Debian or Ubuntu.
missing=''
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need ffmpeg ffmpeg
need bzip2 bzip2
need pocketsphinx_batch pocketsphinx
[ -d /usr/share/pocketsphinx/model/en-us ] || missing="$missing pocketsphinx-en-us"
if [ "${1:-start}" = test ]; then
  need flite flite
  need chromium chromium
  python3 -c 'import requests' 2>/dev/null || missing="$missing python3-requests"
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
fi
if [ -n "$missing" ]; then
  command -v apt-get >/dev/null 2>&1 ||
    stop "these programs are missing and there is no apt-get to install them:$missing. Install them with your system's means."
  if [ "$(id -u)" = 0 ]; then as_root=''
  elif command -v sudo >/dev/null 2>&1; then as_root=sudo
  else stop "run this as root, or first: apt-get install$missing"
  fi
  say "installing$missing …"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  install() { $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null; }
  { $as_root apt-get update -qq && install; } ||
    stop "apt-get could not install:$missing. Check that this machine reaches its package mirror, then run this again."
fi

# 3. PocketSphinx's model mixed with how people speak in consultations, anew when what it is made of is newer.
pack=build/language-pack/clinical.dict
made_of="src/engines/speech/language-pack src/engines/speech/pronunciation src/clinical/medicines.ts src/clinical/conditions"
# shellcheck disable=SC2086
if [ ! -f "$pack" ] || [ -n "$(find $made_of -newer "$pack" -print -quit)" ]; then
  say 'building the language pack …'
  PATH="$PWD/node_modules/.bin:$PATH" node tools/build-language-pack.ts ||
    say 'the language pack could not be built; recordings are heard with general English alone.'
fi

# 4. The workbench, anew when its sources are newer.
if [ ! -f build/web/index.html ] || [ -n "$(find web src/domain package-lock.json -newer build/web/index.html -print -quit)" ]; then
  say 'building the workbench …'
  PATH="$PWD/node_modules/.bin:$PATH" vite build web --logLevel error || stop 'the workbench could not be built.'
fi
