#!/bin/sh
# Writes the nine OpenAPI documents to compose/target/openapi, and holds them against what they should say.
mkdir -p target
echo "writing the OpenAPI documents to compose/target/openapi ..."
compose/mvn.sh -q verify -pl compose -am -Dtest=DocumentsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dspotless.check.skip -Dcheckstyle.skip >target/documents.log 2>&1 || {
  grep ERROR target/documents.log >&2
  exit 1
}
