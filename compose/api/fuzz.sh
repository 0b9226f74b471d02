#!/bin/sh
# Fuzzes all nine services in one JVM: REQUESTS to each (10000 by default), the same ones for the same SEED.
REQUESTS="${REQUESTS:-10000}"
SEED="${SEED:-$(date +%s)}"
echo "sending $REQUESTS requests to each service, seed $SEED; run it again with SEED=$SEED"
exec compose/mvn.sh -q verify -pl compose/elastic,compose -am -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dspotless.check.skip -Dcheckstyle.skip -Dfuzz.requests="$REQUESTS" -Dfuzz.seed="$SEED"
