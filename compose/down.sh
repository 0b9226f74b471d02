#!/bin/sh
# Stops what `make up` or `make local` started.
set -eu
cd "$(dirname "$0")/.."
. compose/docker.sh
data=${LOCAL_DATA:-.data}
stopped=nothing
if [ -f "$data/pid" ]; then
  pid=$(cat "$data/pid")
  if kill "$pid" 2>/dev/null; then
    echo "stopping the local run (pid $pid) ..."
    while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
    stopped=local
  fi
  rm -f "$data/pid"
fi
if ! no_docker >/dev/null && [ -n "$($compose ps -q 2>/dev/null)" ]; then
  $compose down
  stopped=containers
fi
[ "$stopped" = nothing ] && echo "nothing was running" || echo "stopped; data is kept ('make reset' forgets it)"
