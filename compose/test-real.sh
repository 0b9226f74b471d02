#!/usr/bin/env bash
# Runs the tests, or the command it is given, against real servers on private ports, and stops what it started. Redis and RabbitMQ come from Debian;
# MongoDB is the one MONGODB_URI names, or the mongod that MONGOD names or the PATH has, else the embedded one.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
started=()

stop() {
  local pid
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do
    for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.2; done
  done
  rm -rf "$work"
}
trap stop EXIT

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# Waits for a port of a server we started: $1 its name, $2 the port, $3 its log.
await() {
  for _ in $(seq 300); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then return; fi
    sleep 0.2
  done
  echo "$1 did not start; its log ends so:" >&2
  tail -n 20 "$3" >&2
  exit 1
}

# $1 the command that must be there, $2 the Debian package that has it.
need() {
  command -v "$1" >/dev/null && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "$1 is missing: install the package $2, or set $3 to a server that runs" >&2
    exit 1
  fi
  echo "installing $2 ..."
  [ -e "$work/updated" ] || { apt-get -qq update && touch "$work/updated"; }
  # a package that starts its server in the background would only be in the way
  printf '#!/bin/sh\nexit 101\n' >"$work/policy" && chmod +x "$work/policy"
  local policy=/usr/sbin/policy-rc.d
  [ -e $policy ] || { cp "$work/policy" $policy && touch "$work/ours"; }
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$2" >"$work/apt.log" 2>&1 || {
    tail -n 5 "$work/apt.log" >&2
    exit 1
  }
  if [ -e "$work/ours" ]; then rm -f $policy; fi
}

start_redis() {
  need redis-server redis-server REDIS_URI
  local port
  port=$(free_port)
  redis-server --port "$port" --bind 127.0.0.1 --dir "$work" --save "" >"$work/redis.log" 2>&1 &
  started+=($!)
  await Redis "$port" "$work/redis.log"
  export REDIS_URI="redis://127.0.0.1:$port"
}

start_rabbitmq() {
  [ -d /usr/lib/rabbitmq ] || need rabbitmq-server rabbitmq-server RABBITMQ_URI
  local port dist epmd server
  port=$(free_port) dist=$(free_port) epmd=$(free_port)
  server=$(ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server | head -n 1)
  mkdir -p "$work/rabbitmq"
  : >"$work/rabbitmq/plugins" && : >"$work/rabbitmq/rabbitmq.conf" && : >"$work/rabbitmq/env"
  epmd -port "$epmd" -address 127.0.0.1 >"$work/epmd.log" 2>&1 &
  started+=($!)
  env HOME="$work/rabbitmq" ERL_EPMD_PORT="$epmd" ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_NODENAME="shop$port@localhost" \
    RABBITMQ_NODE_PORT="$port" RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_DIST_PORT="$dist" \
    RABBITMQ_MNESIA_BASE="$work/rabbitmq" RABBITMQ_LOG_BASE="$work/rabbitmq" RABBITMQ_PID_FILE="$work/rabbitmq/pid" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$work/rabbitmq/plugins" RABBITMQ_CONFIG_FILE="$work/rabbitmq/rabbitmq.conf" \
    RABBITMQ_CONF_ENV_FILE="$work/rabbitmq/env" \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' \
    "$server" >"$work/rabbitmq.log" 2>&1 &
  started+=($!)
  await RabbitMQ "$port" "$work/rabbitmq.log"
  export RABBITMQ_URI="amqp://guest:guest@127.0.0.1:$port"
}

start_mongodb() {
  local mongod port
  mongod=$(command -v "${MONGOD:-mongod}" || true)
  if [ -z "$mongod" ]; then
    [ -z "${MONGOD:-}" ] || { echo "MONGOD names $MONGOD, which is no program" >&2; exit 1; }
    echo "MongoDB: no mongod on the PATH, and neither MONGODB_URI nor MONGOD is set: the tests use the embedded one"
    return
  fi
  port=$(free_port)
  mkdir -p "$work/mongodb"
  # it keeps a file open for each index of each database, and the tests have many
  (ulimit -n "$(ulimit -Hn)" && exec "$mongod" --port "$port" --bind_ip 127.0.0.1 --dbpath "$work/mongodb") >"$work/mongodb.log" 2>&1 &
  started+=($!)
  await MongoDB "$port" "$work/mongodb.log"
  export MONGODB_URI="mongodb://127.0.0.1:$port"
}

echo "starting real servers ..."
[ -n "${REDIS_URI:-}" ] || start_redis
[ -n "${RABBITMQ_URI:-}" ] || start_rabbitmq
[ -n "${MONGODB_URI:-}" ] || start_mongodb
echo "Redis: $REDIS_URI"
echo "RabbitMQ: ${RABBITMQ_URI#*@}"
echo "MongoDB: ${MONGODB_URI:-embedded}"
echo "Elasticsearch: ${ELASTICSEARCH_URL:-embedded (a real 7.17 in its own JVM)}"
if [ $# -gt 0 ]; then "$@"; else make test; fi
