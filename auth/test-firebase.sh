#!/usr/bin/env bash
# Runs the tests of Firebase sign-in against the real Firebase Auth emulator: the one FIREBASE_AUTH_EMULATOR_HOST names,
# else one that is installed with npm (firebase-tools) under auth/target, started on a private port, and stopped.
set -eu
cd "$(dirname "$0")/.."
here=auth/target/firebase
emulator=

stop() {
  [ -n "$emulator" ] || return 0
  kill "$emulator" 2>/dev/null || true
  wait "$emulator" 2>/dev/null || true
}
trap stop EXIT

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

start() {
  command -v npm >/dev/null || { echo "npm is missing: install Node.js, or set FIREBASE_AUTH_EMULATOR_HOST" >&2; exit 1; }
  mkdir -p "$here"
  [ -x "$here/node_modules/.bin/firebase" ] || {
    echo "installing firebase-tools ..."
    npm install --prefix "$here" --no-audit --no-fund --ignore-scripts --loglevel=error firebase-tools@15 >"$here/npm.log" 2>&1 || {
      tail -n 5 "$here/npm.log" >&2
      exit 1
    }
  }
  local port hub logging
  port=$(free_port) hub=$(free_port) logging=$(free_port)
  cat >"$here/firebase.json" <<JSON
{"emulators": {"auth": {"host": "127.0.0.1", "port": $port}, "hub": {"host": "127.0.0.1", "port": $hub},
 "logging": {"host": "127.0.0.1", "port": $logging}, "ui": {"enabled": false}}}
JSON
  (cd "$here" && CI=1 exec node_modules/.bin/firebase emulators:start --only auth --project demo-shop) >"$here/emulator.log" 2>&1 &
  emulator=$!
  for _ in $(seq 600); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && { export FIREBASE_AUTH_EMULATOR_HOST=127.0.0.1:$port; return; }
    sleep 0.2
  done
  echo "the emulator did not start; its log ends so:" >&2
  tail -n 20 "$here/emulator.log" >&2
  exit 1
}

[ -n "${FIREBASE_AUTH_EMULATOR_HOST:-}" ] || start
echo "Firebase Auth emulator: $FIREBASE_AUTH_EMULATOR_HOST"
JAVA_HOME=$(compose/jdk.sh)
export JAVA_HOME
compose/mvn.sh -q -pl platform,auth test -Dtest='FirebaseEmulatorTest' -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip
echo "all in order"
