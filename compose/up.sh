#!/bin/sh
# In containers where a Docker engine answers, else in one JVM in the background; either way until it is ready.
set -eu
cd "$(dirname "$0")/.."
. compose/docker.sh
if why=$(no_docker); then
  echo "No containers: $why. Running locally in one JVM instead."
  data=${LOCAL_DATA:-.data}
  { mkdir -p "$data" && : >"$data/log"; } 2>/dev/null || {
    echo "LOCAL_DATA: cannot write to $data" >&2
    exit 1
  }
  compose/local.sh >"$data/log" 2>&1 &
  runner=$!
  echo "starting (the log is in $data/log) ..."
  until grep -q "open next:" "$data/log"; do
    kill -0 "$runner" 2>/dev/null || {
      grep "cannot start" "$data/log" >&2 || tail -n 20 "$data/log" >&2
      exit 1
    }
    sleep 1
  done
  tail -n 5 "$data/log"
else
  echo "Running in containers ($compose) ..."
  PUBLIC_URL=${PUBLIC_URL:-http://localhost:${PORT:-8080}}
  export PUBLIC_URL
  echo "building (a first build also fetches dependencies) ..."
  $compose build
  # the gateway waits for all that it stands before, so this ends when the shop is ready
  $compose up -d &
  starting=$!
  trap 'kill "$starting" 2>/dev/null || true' INT TERM
  while kill -0 "$starting" 2>/dev/null; do
    sleep 3
    # a start that fails is tried again for ever, which mends a store that is slow but no wrong variable
    wrong=$($compose logs 2>/dev/null | grep -o '[a-z]* cannot start: environment variable [^"]*' | sort -u)
    [ -z "$wrong" ] || {
      kill "$starting" 2>/dev/null || true
      wait "$starting" 2>/dev/null || true
      $compose stop >/dev/null 2>&1
      echo "$wrong" >&2
      exit 1
    }
  done
  wait "$starting" || {
    echo "It did not come up. What is not healthy above or here says why in 'make logs':" >&2
    $compose ps >&2
    exit 1
  }
  echo "open next: $PUBLIC_URL/docs (the API), http://localhost:8025 (mails sent)"
fi
