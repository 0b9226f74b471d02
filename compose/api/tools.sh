#!/bin/sh
# Brings what package.json names into compose/api/node_modules, once for each lock file.
cd "$(dirname "$0")" || exit 1
command -v npm >/dev/null || {
  echo "npm is missing: install Node.js 20 or newer (on Debian: apt-get install npm) and try again." >&2
  exit 1
}
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
