#!/bin/sh
# In containers where a Docker engine answers, else in one JVM in the background; either way until it is ready.
set -eu
cd "$(dirname "$0")/.."
. compose/docker.sh
if why=$(no_docker); then
  echo "No containers: $why. Running locally in one JVM instead."
  data=${LOCAL_DATA:-.data}
  mkdir -p "$data"
  compose/local.sh >"$data/log" 2>&1 &
  runner=$!
  echo "starting (the log is in $data/log) ..."
  until grep -q "open next:" "$data/log"; do
    kill -0 "$runner" 2>/dev/null || { tail -n 20 "$data/log" >&2; exit 1; }
    sleep 1
  done
  tail -n 5 "$data/log"
else
  echo "Running in containers ($compose)."
  $compose -f compose/compose.yaml up -d --build
  echo "open next: http://localhost:8080/docs (the API), http://localhost:8025 (mails sent)"
fi
