#!/bin/sh
# Maven on the JDK that JAVA_HOME names, without its own deprecation noise.
command -v mvn >/dev/null || {
  echo "Maven is missing: install it (on Debian: apt-get install maven) and try again." >&2
  exit 1
}
MAVEN_OPTS="${MAVEN_OPTS:--Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED}"
export MAVEN_OPTS
exec mvn --no-transfer-progress "$@"
