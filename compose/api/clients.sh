#!/bin/sh
# Generates a TypeScript and a Java client of each service from its OpenAPI document into target/clients, and compiles them.
GENERATOR=7.25.0
OUT=target/clients

# asks for the client of service $1 by generator $2 in folder $3, with the further properties $4
ask() {
  cat >"$OUT/asked/$3-$1.json" <<JSON
{"inputSpec": "compose/target/openapi/$1.json", "generatorName": "$2", "outputDir": "$OUT/$3/$1",
 "additionalProperties": {$4}}
JSON
}

compose/api/tools.sh && compose/api/documents.sh || exit 1
rm -rf "$OUT" && mkdir -p "$OUT/asked"
for document in compose/target/openapi/*.json; do
  service=$(basename "$document" .json)
  ask "$service" typescript-fetch typescript
  # toUrlQueryString, which no operation here needs, does not compile for a set of enums
  ask "$service" java java "\"library\": \"native\", \"supportUrlQuery\": false, \"hideGenerationTimestamp\": true,
   \"groupId\": \"shop\", \"artifactId\": \"$service-client\", \"artifactVersion\": \"1\", \"invokerPackage\": \"shop.client.$service\",
   \"apiPackage\": \"shop.client.$service.api\", \"modelPackage\": \"shop.client.$service.model\""
done

echo "generating the clients with OpenAPI Generator $GENERATOR ..."
compose/mvn.sh -q -N dependency:copy "-Dartifact=org.openapitools:openapi-generator-cli:$GENERATOR" -DoutputDirectory="$PWD/target" || exit 1
"$JAVA_HOME/bin/java" -Xmx1g -jar "target/openapi-generator-cli-$GENERATOR.jar" batch --fail-fast --threads 1 "$OUT"/asked/*.json \
  >"$OUT/generator.log" 2>&1 || {
  tail -n 20 "$OUT/generator.log" >&2
  exit 1
}

echo "compiling those in TypeScript ..."
compose/api/node_modules/.bin/tsc --noEmit --strict --target es2022 --lib es2022,dom --module esnext --moduleResolution bundler \
  "$OUT"/typescript/*/index.ts || exit 1
echo "compiling those in Java ..."
compose/mvn.sh -q -f compose/api/clients.xml compile || exit 1
echo "the clients are in $OUT/typescript and $OUT/java"
