#!/bin/sh
# Lints the OpenAPI documents with Spectral: OpenAPI's own rules and OWASP's; any finding fails.
compose/api/tools.sh && compose/api/documents.sh || exit 1
echo "linting them ..."
compose/api/node_modules/.bin/spectral lint -r compose/api/spectral.yaml --fail-severity=hint 'compose/target/openapi/*.json'
