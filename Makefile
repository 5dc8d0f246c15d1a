# The everyday commands. Each is a few lines over CMake presets and scripts that work without make as well.

BUILD_DIR  := build/dev
JOBS       ?= $(shell nproc)
PREFIX     ?= /usr/local
DESTDIR    ?=
# Seconds for each fuzzer, rounds of the soak.
FUZZ_SECONDS ?= 60
SOAK_ROUNDS  ?= 20
# Further arguments for ctest: make test CTEST_ARGS="-R tst_frame"
CTEST_ARGS ?=

ifneq ($(shell command -v ccache),)
export CMAKE_CXX_COMPILER_LAUNCHER ?= ccache
# What ccache wants before it remembers sources that are compiled with a precompiled header.
export CCACHE_SLOPPINESS ?= pch_defines,time_macros
endif

.NOTPARALLEL:
.PHONY: help setup build demo test lint lint-deep format translations asan tsan coverage fuzz examples foreign bench bench-rpc bench-monitor screenshots soak install uninstall clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is needed (Debian packages, once)
	@resources/scripts/setup-debian.sh

build: setup ## Build everything (preset dev)
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)

demo: setup ## Run real commands through a daemon that starts by itself
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS) --target daemon-rpc --target daemon-rpcd
	resources/scripts/demo.sh $(BUILD_DIR)/bin

lint: setup ## Check format, include directions, clang-tidy, clazy
	cmake --preset dev
	resources/scripts/lint.sh $(BUILD_DIR)

lint-deep: setup ## As lint, with the static analyzer and over the tests as well (many minutes more)
	cmake --preset dev
	resources/scripts/lint.sh $(BUILD_DIR) --deep

test: lint build ## Check the sources, build, and run all tests
	ctest --preset dev -j $(JOBS) --no-label-summary $(CTEST_ARGS)

format: ## Format all sources
	git ls-files '*.h' '*.cpp' | xargs clang-format -i

translations: setup ## Bring the catalogues in translations/ up to date with the sources
	resources/scripts/update-translations.sh

asan: setup ## Run the tests under AddressSanitizer and UndefinedBehaviorSanitizer
	cmake --preset asan
	cmake --build --preset asan -j $(JOBS)
	ctest --preset asan -j $(JOBS) --no-label-summary $(CTEST_ARGS)

tsan: setup ## Run the core's tests under ThreadSanitizer
	cmake --preset tsan
	cmake --build --preset tsan -j $(JOBS)
	ctest --preset tsan -j $(JOBS) --no-label-summary $(CTEST_ARGS)

coverage: setup ## Run the tests with line coverage
	cmake --preset coverage
	cmake --build --preset coverage -j $(JOBS)
	ctest --preset coverage -j $(JOBS) --no-label-summary $(CTEST_ARGS)

fuzz: ## Run each fuzzer for FUZZ_SECONDS
	@resources/scripts/setup-debian.sh fuzz
	cmake --preset fuzz
	cmake --build --preset fuzz -j $(JOBS) --target fuzzers
	resources/scripts/fuzz.sh build/fuzz/fuzzers $(FUZZ_SECONDS)

examples: ## Time the worked examples: plain, cold and warm (release build; needs black, Node.js, a JRE)
	@resources/scripts/setup-debian.sh examples
	cmake --preset release
	cmake --build --preset release -j $(JOBS) --target daemon-rpc --target daemon-rpcd
	npm install --silent --no-audit --no-fund --prefix build/examples prettier@3.10.1
	docs/examples/measure.py build/release/bin build/examples

foreign: ## Let JSON-RPC and HTTP clients of others talk to a daemon (needs npm, curl, socat, promtool)
	@resources/scripts/setup-debian.sh foreign
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS) --target daemon-rpcd
	npm install --silent --no-audit --no-fund --prefix build/foreign \
	    vscode-jsonrpc@8.2.1 jayson@4.2.0 json-rpc-2.0@1.7.1
	tests/foreign/run.py $(BUILD_DIR)/bin build/foreign/node_modules

bench: ## Run the benchmarks (release build)
	@resources/scripts/setup-debian.sh bench
	cmake --preset release -DDAEMONRPC_BUILD_TESTS=ON -DDAEMONRPC_BUILD_BENCHMARKS=ON
	cmake --build --preset release -j $(JOBS) --target benchmarks
	resources/scripts/bench.sh build/release/benchmarks

bench-rpc: ## Compare JSON-RPC with libjson-rpc-cpp and gRPC over a Unix socket (release build)
	@resources/scripts/setup-debian.sh bench
	cmake --preset release -DDAEMONRPC_BUILD_TESTS=ON -DDAEMONRPC_BUILD_BENCHMARKS=ON
	cmake --build --preset release -j $(JOBS) --target rpc_benchmarks
	tests/benchmarks/bench_jsonrpc/compare.py build/release/benchmarks/rpc

bench-monitor: ## Measure the monitor's window among 50 daemons with 1,000 requests per second (release build)
	@resources/scripts/setup-debian.sh bench
	cmake --preset release -DDAEMONRPC_BUILD_TESTS=ON -DDAEMONRPC_BUILD_BENCHMARKS=ON
	cmake --build --preset release -j $(JOBS) --target bench_monitor
	build/release/benchmarks/bench_monitor

screenshots: ## Make the pictures of docs/images from daemons at work
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS) --target daemon-rpc --target daemon-rpcd --target daemon-rpc-monitor
	resources/scripts/screenshots.sh $(BUILD_DIR)/bin docs/images \
	    overview-light requests-dark cancellations-light charts-light

soak: build ## Repeat the tests SOAK_ROUNDS times or until one fails
	ctest --preset dev -j $(JOBS) --no-label-summary -LE 'structure|package' \
	    --repeat until-fail:$(SOAK_ROUNDS) $(CTEST_ARGS)

install: setup ## Build for release and install to DESTDIR/PREFIX
	cmake --preset release -DCMAKE_INSTALL_PREFIX=$(PREFIX) -DDAEMONRPC_BUILD_TESTS=OFF
	cmake --build --preset release -j $(JOBS)
	DESTDIR=$(DESTDIR) cmake --install build/release

uninstall: ## Remove what the last install put there
	DESTDIR=$(DESTDIR) cmake --build build/release --target uninstall

clean: ## Remove all build directories
	rm -rf build
