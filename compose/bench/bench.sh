#!/bin/sh
# Measures hot paths as ratios in one run, on 127.0.0.1, within about five minutes. Arguments are names of scenarios; none: all.
set -eu
cd "$(dirname "$0")/../.."
JAVA_HOME=$(compose/jdk.sh)
export JAVA_HOME
echo "building (a first build also fetches dependencies) ..."
compose/mvn.sh -q package -DskipTests -Dspotless.check.skip -Dcheckstyle.skip
# the JIT of production, unlike in tests: what is measured is the code, warmed up
exec "$JAVA_HOME/bin/java" -Dbench=true -Xmx768m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "compose/target/test-classes:compose/target/classes:compose/target/lib/*" shop.bench.Bench "$@"
