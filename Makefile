# Yilan: make help lists the targets.

SWIFT ?= swift
SCRATCH ?= .build
PYTHON ?= python3
RELEASE := $(SWIFT) build -c release --static-swift-stdlib --scratch-path $(SCRATCH)
YILAN := $(SCRATCH)/release/yilan
SOURCES := Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources

.PHONY: help setup build demo test lint format check golden bench docs fuzz sanitize mutate clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: ## the C libraries that the build needs, if they are missing
	@sh Documentation/Scripts/setup.sh

build: setup ## the tool, in release, as one file
	$(RELEASE) --product yilan
	@echo "built $(YILAN)"

demo: build ## the main jobs on samples/, results in out/
	@sh Documentation/Scripts/demo.sh $(YILAN) out

test: setup ## all tests
	$(SWIFT) test --scratch-path $(SCRATCH)

lint: ## layout and rules of the sources
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format: ## sources in the project's layout
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

check: format lint build test ## what to run before a commit

golden: setup ## golden files anew; review the difference like code
	YILAN_GOLDEN=write $(SWIFT) test --scratch-path $(SCRATCH) --filter Golden

bench: build ## the tool beside its peers; BENCH=--full for the full size
	sh Documentation/Benchmarks/run.sh --yilan $(YILAN) $(BENCH)

docs: ## the documentation of the libraries, as symbol graphs
	$(SWIFT) package --scratch-path $(SCRATCH) dump-symbol-graph --minimum-access-level public

FUZZ := zip xml strings worksheet styles formats csv profile diff-json report file
SECONDS ?= 60

fuzz: setup ## each fuzz target for a minute, or SECONDS, with the address sanitizer
	$(SWIFT) build -c release --package-path Fuzz --scratch-path $(abspath $(SCRATCH))/fuzz --sanitize=address
	cd Fuzz && ASAN_OPTIONS=detect_leaks=0:malloc_context_size=3:quarantine_size_mb=16 \
	  $(abspath $(SCRATCH))/fuzz/release/fuzz $(FUZZ) --seconds $(SECONDS)

sanitize: setup ## all tests under the address and the thread sanitizer
	$(SWIFT) test --scratch-path $(SCRATCH)/address --sanitize address
	YILAN_SANITIZER=thread $(SWIFT) test --scratch-path $(SCRATCH)/thread --sanitize thread

mutate: setup ## 10,000 changed bytes over real workbooks
	YILAN_MUTATIONS=1000 $(SWIFT) test --scratch-path $(SCRATCH) --filter MutationTests

clean: ## everything that was built
	rm -rf $(SCRATCH) out
