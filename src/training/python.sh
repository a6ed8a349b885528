#!/usr/bin/env bash
# Prints a Python that has PyTorch, ONNX and numpy; with --install it gets them from Debian when none has.
set -euo pipefail

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" /usr/bin/python3 python3; do
    if [ -n "$candidate" ] && "$candidate" -c 'import torch, onnx, numpy' 2> /dev/null; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

find_python && exit 0
if [ "${1:-}" = "--install" ] && command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq >&2
  apt-get install -y -qq python3-torch python3-onnx python3-numpy libopenblas0-openmp >&2
  find_python && exit 0
fi
echo "No Python with torch, onnx and numpy was found. On Debian: apt-get install python3-torch python3-onnx python3-numpy libopenblas0-openmp; elsewhere name one in PYTHON." >&2
exit 1
