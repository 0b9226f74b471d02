#!/bin/sh
# Follows the logs of whatever runs.
set -eu
cd "$(dirname "$0")/.."
. compose/docker.sh
data=${LOCAL_DATA:-.data}
if [ -f "$data/pid" ] && kill -0 "$(cat "$data/pid")" 2>/dev/null; then
  [ -f "$data/log" ] || { echo "the local run writes to its own terminal; 'make up' keeps a log" >&2; exit 1; }
  exec tail -n 50 -f "$data/log"
fi
if why=$(no_docker); then
  echo "nothing runs here: no local run, and $why. Start with 'make up'." >&2
  exit 1
fi
exec $compose logs -f --tail 50
