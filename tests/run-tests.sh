#!/usr/bin/env bash
# Runs every test project that was built, one after the other, and closes with "N passed, N failed".
# An argument restricts the run to classes and tests whose name contains it.
set -u
cd "$(dirname "$0")/.."
results=artifacts/test-results
rm -rf "$results" && mkdir -p "$results"
filter=()
[ $# -gt 0 ] && filter=(-method "*$1*")
status=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  dll="artifacts/bin/$name/release/$name.dll"
  if [ ! -f "$dll" ]; then
    echo "$name was not built: run 'make build' first." >&2
    exit 1
  fi
  echo "== $name"
  dotnet "$dll" -xml "$results/$name.xml" -noLogo ${filter[@]+"${filter[@]}"} || status=1
  [ -f "$results/$name.xml" ] || { echo "$name ended without results." >&2; status=1; }
done
count() { cat "$results"/*.xml | grep -oE "<assembly [^>]*" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$(count passed) failed=$(( $(count failed) + $(count errors) )) skipped=$(count skipped)
if [ "$skipped" -gt 0 ]; then
  echo "Skipped:"
  python3 - "$results" <<'PY' 2>/dev/null || grep -hoE '<test [^>]*result="Skip"[^>]*' "$results"/*.xml | grep -oE 'name="[^"]*"'
import glob, sys, xml.etree.ElementTree as tree
for path in sorted(glob.glob(sys.argv[1] + "/*.xml")):
    for test in tree.parse(path).iter("test"):
        if test.get("result") == "Skip":
            print("  " + test.get("name") + ": " + (test.findtext("reason") or "no reason given").strip())
PY
fi
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
