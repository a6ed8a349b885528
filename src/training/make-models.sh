#!/usr/bin/env bash
# Makes the benchmark and the models from nothing, and says how long each part took. With --smoke DIR: in miniature, into DIR.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=$("$here/python.sh" --install)
if [ "${1:-}" = "--smoke" ]; then
  output=$(mkdir -p "$2" && cd "$2" && pwd)
  cd "$here" && exec "$python" -m reckon_training all --smoke --output "$output"
fi
cd "$here" && exec "$python" -m reckon_training all
