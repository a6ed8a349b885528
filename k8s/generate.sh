#!/usr/bin/env bash
# Renders base and overlays from the chart and the values beside this script. A test fails when they are not what this writes.
#   k8s/generate.sh [FOLDER]    FOLDER gets them instead of k8s/
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
to=${1:-$root/k8s}
helm=${HELM:-$([ -x "$root/artifacts/chart-tools/helm-4" ] && echo "$root/artifacts/chart-tools/helm-4" || echo helm)}

# Nothing here is managed by Helm.
render() {
  "$helm" template reckon "$root/helm/reckon" --namespace reckon --values "$root/k8s/values/base.yaml" "$@" |
    sed -E '/^ *(app.kubernetes.io\/managed-by|helm.sh\/chart): /d; /^# Source: /d'
}

mkdir -p "$to/base"
render > "$to/base/reckon.yaml"
for values in "$root"/k8s/values/*.yaml; do
  name=$(basename "$values" .yaml)
  [ "$name" != base ] || continue
  mkdir -p "$to/overlays/$name"
  render --values "$values" --show-only templates/workers.yaml > "$to/overlays/$name/workers.yaml"
  # The API knows the models of this overlay, and workers may fetch theirs.
  render --values "$values" --show-only templates/api.yaml > "$to/overlays/$name/api.yaml"
done
