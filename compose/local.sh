#!/bin/sh
# Builds what changed and runs the nine services in one JVM, in the foreground.
set -eu
cd "$(dirname "$0")/.."
data=${LOCAL_DATA:-.data}
JAVA_HOME=$(compose/jdk.sh)
export JAVA_HOME
if [ -f "$data/pid" ] && kill -0 "$(cat "$data/pid")" 2>/dev/null; then
  echo "A local run is going on already (pid $(cat "$data/pid")): stop it with 'make down' first." >&2
  exit 1
fi
mkdir -p "$data" 2>/dev/null && [ -w "$data" ] || {
  echo "LOCAL_DATA: cannot write to $data" >&2
  exit 1
}
echo "building (a first build also fetches dependencies) ..."
compose/mvn.sh -q package -DskipTests -Dspotless.check.skip -Dcheckstyle.skip
echo $$ >"$data/pid"
# a shop for one developer idles most of the time: what it took and does not need any more goes back to the machine
small="-Xms32m -Xmx256m -Xss512k -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders
  -XX:+UseG1GC -XX:G1PeriodicGCInterval=15000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 -XX:TrimNativeHeapInterval=5000"
export MALLOC_ARENA_MAX=2
exec "$JAVA_HOME/bin/java" ${LOCAL_JAVA_OPTS:-$small} \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Dlogback.configurationFile=logback.xml -cp "compose/target/compose-1.jar:compose/target/lib/*" shop.local.Local
