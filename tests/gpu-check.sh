#!/usr/bin/env bash
# On a machine with an NVIDIA GPU: known answers, bit probe and forks of the models on it, the demo's sweep, and tokens a second beside what
# the device's memory allows. Ends with 3 where there is no GPU.
set -euo pipefail
cd "$(dirname "$0")/.."
devices="nvidia-smi is not installed"
if ! command -v nvidia-smi > /dev/null || ! devices=$(nvidia-smi --query-gpu=name,driver_version --format=csv,noheader 2>&1); then
  echo "There is no NVIDIA GPU here: $devices." >&2
  echo "Run this on a machine with one, its driver, and CUDA 13 (libcudart.so.13, libcublasLt.so.13, libcurand.so.10)." >&2
  exit 3
fi
echo "$devices"

# Gigabytes a second as the makers give them; RECKON_GPU_BANDWIDTH sets it for others.
bandwidth=${RECKON_GPU_BANDWIDTH:-$(case "$devices" in
  *H200*) echo 4800 ;; *H100*PCIe*) echo 2000 ;; *H100*) echo 3350 ;; *A100*80GB*) echo 2039 ;; *A100*) echo 1555 ;;
  *L40S*) echo 864 ;; *L4*) echo 300 ;; *A10*) echo 600 ;; *T4*) echo 320 ;; *4090*) echo 1008 ;;
esac)}
flavor=(-c Release -v quiet -p:OrtFlavor=Gpu "-p:ArtifactsPath=$PWD/build/gpu")
dotnet build src/Reckon.Cli "${flavor[@]}"
dotnet build tests/Reckon.Inference.Onnx.Tests "${flavor[@]}"
reckon=(dotnet build/gpu/bin/Reckon.Cli/release/reckon.dll)
tests=(dotnet build/gpu/bin/Reckon.Inference.Onnx.Tests/release/Reckon.Inference.Onnx.Tests.dll -noLogo -noColor)

RECKON_DEVICE=Cuda "${tests[@]}" -class "*OnnxModelTests" -class "*OnnxVerifierModelTests" -class "*BuilderHalfTests" -class "*ConcatTests"
"${tests[@]}" -explicit only -class "*CudaMemoryTests"
RECKON_FIXTURES=$PWD/build/models "${tests[@]}" -explicit only -class "*FixtureFolders"
for model in models/abacus-proposer models/abacus-prm build/models/wide-genai-fp16; do
  "${reckon[@]}" model check "$model" --device Cuda --rows 16 ${bandwidth:+--bandwidth "$bandwidth"}
done
rm -rf build/gpu-demo
"${reckon[@]}" run sweeps/demo.yaml --out build/gpu-demo --device Cuda
