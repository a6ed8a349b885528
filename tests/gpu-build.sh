#!/usr/bin/env bash
# Builds with the GPU's ONNX Runtime (a download of 244 MB), and shows that it does on the processor what the usual build does: the tests of
# the ONNX engine, and a sweep with the same bytes. Needs no GPU.
set -euo pipefail
cd "$(dirname "$0")/.."
flavor=(-c Release -v quiet -p:OrtFlavor=Gpu "-p:ArtifactsPath=$PWD/build/gpu")
dotnet build src/Reckon.Cli -c Release -v quiet
dotnet build src/Reckon.Cli "${flavor[@]}"
dotnet build tests/Reckon.Inference.Onnx.Tests "${flavor[@]}"
dotnet build/gpu/bin/Reckon.Inference.Onnx.Tests/release/Reckon.Inference.Onnx.Tests.dll -noLogo -noColor
rm -rf build/flavors && mkdir -p build/flavors
dotnet artifacts/bin/Reckon.Cli/release/reckon.dll run sweeps/smoke.yaml --out build/flavors/cpu > /dev/null
dotnet build/gpu/bin/Reckon.Cli/release/reckon.dll run sweeps/smoke.yaml --out build/flavors/gpu > /dev/null
cmp build/flavors/cpu/outcomes.jsonl build/flavors/gpu/outcomes.jsonl
echo "The same outcomes.jsonl, $(wc -c < build/flavors/gpu/outcomes.jsonl) bytes, of $(wc -l < build/flavors/gpu/outcomes.jsonl) lines."
