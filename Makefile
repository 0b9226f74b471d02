.DEFAULT_GOAL := help
SHELL := /bin/sh
JDK = JAVA_HOME="$$(compose/jdk.sh)" && export JAVA_HOME
MVN = $(JDK) && compose/mvn.sh
# not -q, which hides the warnings that -Werror stops at
QUIET = -Dorg.slf4j.simpleLogger.defaultLogLevel=warn

.PHONY: help up local down reset logs build test test-real test-firebase bench check lint-api fuzz clients fmt

help: ## show what there is to do
	@echo "Usage: make <target>"; echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  %-14s %s\n", $$1, $$2}'
	@echo; echo "Variables and ports: see README.md"

up: ## run the shop: in containers where a Docker engine answers, else locally in one JVM
	@compose/up.sh

local: ## run all nine services in one JVM on port 8080, with embedded stores; Ctrl-C ends it
	@compose/local.sh

down: ## stop what `make up` or `make local` started; data is kept
	@compose/down.sh

reset: down ## stop, and forget all data
	@compose/reset.sh

logs: ## follow the logs of what runs
	@compose/logs.sh

build: ## compile and package everything, without tests
	@echo "building all modules (a first build also fetches dependencies) ..."
	@$(MVN) $(QUIET) package -DskipTests -Dspotless.check.skip -Dcheckstyle.skip
	@echo "built"

test: ## everything that CI asks for: format, warnings, architecture, all tests
	@echo "testing all modules; stores are embedded unless MONGODB_URI, REDIS_URI, RABBITMQ_URI or ELASTICSEARCH_URL name others ..."
	@$(JDK) && compose/test.sh

test-real: ## the same tests against real servers: installs Redis and RabbitMQ on Debian when missing
	@compose/test-real.sh

test-firebase: ## sign-in with Firebase against the real Auth emulator (npm firebase-tools)
	@auth/test-firebase.sh

bench: ## measure the hot paths as ratios in one run: sign-in, products, orders, search
	@compose/bench/bench.sh $(SCENARIOS)

check: ## format, warnings, style and architecture, without the other tests
	@echo "checking format, style, compiler warnings and architecture ..."
	@$(MVN) $(QUIET) verify -Dtest='ArchitectureTest,HouseRulesTest,PlatformTest' -Dsurefire.failIfNoSpecifiedTests=false
	@echo "all in order"

lint-api: ## hold the OpenAPI documents against OpenAPI's and OWASP's rules; needs npm
	@$(JDK) && compose/api/lint.sh

fuzz: ## send each service 10,000 made-up requests (REQUESTS, SEED): nothing may break it
	@$(JDK) && compose/api/fuzz.sh

clients: ## generate TypeScript and Java clients from the OpenAPI documents, and compile them; needs npm
	@$(JDK) && compose/api/clients.sh

fmt: ## format all sources
	@$(MVN) $(QUIET) spotless:apply
	@echo "formatted"
