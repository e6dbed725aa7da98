# make run     start the portal with demo data, and print its address
# make test    build with warnings as errors, check the format, run every test
# make bench   measure what docs/performance.md quotes
# make mutation  change the regulation on purpose, and see the tests notice (docs/mutation.md)
# make format  format the code
.DEFAULT_GOAL := run
.PHONY: run test bench mutation format setup build browser postgres weasyprint clamav

SOLUTION := Iness.slnx
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1
export CHROMIUM ?= /usr/bin/chromium-headless-shell
WEASYPRINT ?= weasyprint
export CLAMD ?= /usr/sbin/clamd

setup: node_modules/.package-lock.json
	dotnet restore $(SOLUTION)

node_modules/.package-lock.json: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

build: setup
	dotnet build $(SOLUTION) --no-restore

run: node_modules/.package-lock.json
	Demo__Enabled=true dotnet run --project src/Iness.Web

# The same engine as Chromium, without the windows that the whole browser opens for each page: the tests take a third less.
browser:
	@(test -x $(CHROMIUM) && ls /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf >/dev/null 2>&1) \
	|| (apt-get update -q && apt-get install -y -q --no-install-recommends chromium-headless-shell fonts-dejavu-core)

# The tests start a server of their own: Debian's package must not start one.
postgres:
	@ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || (mkdir -p /etc/postgresql-common \
	&& (test -e /etc/postgresql-common/createcluster.conf || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf) \
	&& apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold postgresql)

weasyprint:
	@command -v $(WEASYPRINT) > /dev/null || (apt-get update -q && apt-get install -y -q --no-install-recommends weasyprint fonts-dejavu-core)

clamav:
	@test -x $(CLAMD) || (apt-get update -q && apt-get install -y -q --no-install-recommends clamav-daemon)

test: build browser postgres weasyprint clamav
	dotnet format $(SOLUTION) --no-restore --verify-no-changes
	dotnet test --solution $(SOLUTION) --no-build

bench: node_modules/.package-lock.json
	dotnet run -c Release --project bench/Iness.Benchmarks

mutation: setup
	dotnet tool restore
	cd tests/Regulation.Tests && dotnet stryker

format: setup
	dotnet format $(SOLUTION) --no-restore
