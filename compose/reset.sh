#!/bin/sh
# Forgets the data of the local run and of the containers.
set -eu
cd "$(dirname "$0")/.."
. compose/docker.sh
rm -rf "${LOCAL_DATA:-.data}"
if ! no_docker >/dev/null; then $compose down --volumes; fi
echo "all data is gone"
