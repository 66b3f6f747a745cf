#!/bin/sh
# Installs what Osler needs and is missing: Node 24, npm packages, Debian packages, a Python environment and Whisper's
# weights. Running it again changes nothing.
# Usage: tools/setup.sh [start|test]   (test adds what only the tests need)
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/node_modules/.bin:$PATH"
for_tests=''
[ "${1:-start}" != test ] || for_tests=yes

another='the folder of an Osler that is set up, on a machine like this one'

say() { echo "osler set-up: $*" >&2; }
stop() { say "$*"; exit 1; }
said=$(mktemp -d)
trap 'wait; rm -rf "$said"' EXIT
# The last thing that a step complained about, of a file with what it wrote.
last_words() { grep -E 'E: |ERROR|[Ee]rror' "$1" | tail -n 1 || tail -n 1 "$1"; }

# --- npm packages, anew when the lock file is newer than what is there. No script of a package runs.
no_packages="check that this machine reaches the npm registry, or copy node_modules and build from $another, then run this again."
quietly='--ignore-scripts --no-fund --no-audit --loglevel=error'
bring_packages() {
  installed=node_modules/.package-lock.json
  if [ ! -f "$installed" ] || [ package-lock.json -nt "$installed" ]; then
    say 'installing npm packages …'
    # Not `npm ci`: it refuses where the registry lacks packages for other platforms, which nobody here needs.
    # shellcheck disable=SC2086
    npm install --no-save $quietly || stop "npm could not install the packages: $no_packages"
  fi
  ln -sf ../../bin/osler node_modules/.bin/osler
}

# --- Node 24 beside them where the one of the machine is older: npm scripts find it there first. Its version and the digest
# of each platform's package stand in tools/node, and npm refuses what does not match.
machines_path=$(echo "$PATH" | tr : '\n' | grep -v '/node_modules/\.bin$' | tr '\n' :)
major() { PATH="$machines_path" node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }
node_is_current() { cmp -s tools/node/package-lock.json build/node/package-lock.json && build/node/node_modules/.bin/node --version >/dev/null 2>&1; }
bring_node() {
  rm -f node_modules/.bin/node
  [ "$(major)" -lt 24 ] || return 0
  if ! node_is_current; then
    say 'installing Node 24 …'
    rm -rf build/node && mkdir -p build/node && cp tools/node/*.json build/node
    # shellcheck disable=SC2086
    npm ci --prefix build/node $quietly || stop "npm could not install Node 24: $no_packages"
    node_is_current || stop 'the registry has no Node 24 for this kind of machine with the digest that tools/node has: install it from https://nodejs.org, then run this again.'
  fi
  ln -s ../../build/node/node_modules/.bin/node node_modules/.bin/node
}

# --- Programs from Debian or Ubuntu.
python_made() { build/python/bin/python3 -c 'import importlib.util as find, sys; sys.exit(not find.find_spec("faster_whisper"))' 2>/dev/null; }
python_is_current() { cmp -s src/engines/runtime/python/requirements.txt build/python/requirements.txt && python_made; }
can_make_python() { python3 -c 'import ensurepip, venv' 2>/dev/null; }
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
list_missing() {
  missing=''
  need ffmpeg ffmpeg
  need bzip2 bzip2
  [ -n "$for_tests" ] || return 0
  need flite flite
  need chromium chromium
  python3 -c 'import requests' 2>/dev/null || missing="$missing python3-requests"
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
  [ -x /usr/sbin/pgbouncer ] || missing="$missing pgbouncer"
}

# Another program may hold one of apt's locks: it waits for that of the packages itself, and for the others we do.
LOCK_SECONDS=300
apt() {
  waited=0
  until $as_root apt-get -o DPkg::Lock::Timeout=$LOCK_SECONDS -qq "$@" >"$said/apt" 2>&1; do
    grep -q 'Could not get lock' "$said/apt" && [ $waited -lt $LOCK_SECONDS ] || return 1
    [ $waited -gt 0 ] || say 'another program is installing packages; waiting for it …'
    waited=$((waited + 2))
    sleep 2
  done
}
# Without Python alone another engine may hear.
lack() { [ "$missing" = ' python3-venv' ] || stop "$*"; say "$*"; exit 0; }
bring_programs() {
  list_missing
  python_is_current || can_make_python || missing="$missing python3-venv"
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    lack "these programs are missing and there is no apt-get to install them:$missing. Install them with your system's means."
  elif [ "$(id -u)" = 0 ]; then as_root=''
  elif command -v sudo >/dev/null 2>&1; then as_root='sudo DEBIAN_FRONTEND=noninteractive'
  else lack "run this as root, or first: apt-get install$missing"
  fi
  say "installing$missing …"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  { apt update && apt install -y --no-install-recommends $missing; } ||
    lack "apt-get could not install:$missing. It says: $(last_words "$said/apt")"
}

# --- The Python environment that Whisper runs in, anew when what it is made of has changed. The list of what is in it is
# put there last.
make_python() {
  python_is_current && return
  say 'making the Python environment …'
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' && python3 -m venv --clear build/python >"$said/python" 2>&1 && return
  rm -rf build/python
  say "Whisper needs Python 3.10 or newer with venv; $(python3 --version 2>&1) could not make an environment."
}
fill_python() {
  python_is_current && return
  [ -x build/python/bin/python3 ] || return 1
  build/python/bin/python3 -m pip install --disable-pip-version-check --no-cache-dir --retries 2 --quiet --require-hashes \
    --only-binary :all: -r src/engines/runtime/python/requirements.txt >"$said/pip" 2>&1 ||
    { say "pip could not install what Whisper needs. It says: $(last_words "$said/pip")"; return 1; }
  cp src/engines/runtime/python/requirements.txt build/python/requirements.txt
}

# --- Whisper's weights.
bring_weights() {
  wanted='whisper-base'
  [ -z "$for_tests" ] || wanted='whisper-base whisper-tiny.en'
  absent=''
  for model in $wanted; do [ -f "build/models/$model/model.json" ] || absent="$absent $model"; done
  [ -n "$absent" ] || return 0
  say "fetching$absent …"
  # shellcheck disable=SC2086
  node tools/bring-models.ts $absent
}
# Without it voices are told apart in a simpler way.
bring_voices() {
  [ -f build/models/resemblyzer/model.json ] || node tools/bring-models.ts resemblyzer ||
    say 'going on without the model that tells voices apart; a simpler way does.'
}

# --- The workbench, anew when its sources are newer.
build_workbench() {
  [ ! -f build/web/index.html ] || [ -n "$(find web src/domain package-lock.json -newer build/web/index.html -print -quit)" ] || return 0
  say 'building the workbench …'
  vite build web --logLevel error || { say 'the workbench could not be built.'; return 1; }
}

# What waits for the network and what computes, side by side.
(bring_programs) && make_python & programs=$!
bring_packages
bring_node
wait $programs || exit 1
fill_python & python=$!
build_workbench & workbench=$!
lacks=''
bring_weights || lacks='build/models'
bring_voices
wait $python || lacks="build/python ${lacks:+and }$lacks"
wait $workbench || exit 1
[ -n "$lacks" ] || exit 0

# Without them another engine may hear: a server that is set, or a model that was pulled.
osler models 2>/dev/null | grep -q '^speech' ||
  stop "nothing here can hear: copy $lacks from $another, or set OSLER_SPEECH_URL to a server that hears, then run this again."
say "going on without Whisper, since another engine hears. To have it, copy $lacks from $another, or run this again."
