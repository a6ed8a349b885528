#!/usr/bin/env bash
# Runs every test project that was built, one after the other, and closes with "N passed, N failed".
# An argument restricts the run to classes and tests whose name contains it.
set -u
cd "$(dirname "$0")/.."
results=artifacts/test-results
rm -rf "$results" && mkdir -p "$results"
filter=()
[ $# -gt 0 ] && filter=(-method "*$1*")
status=0 ended=()
for project in tests/*.Tests; do
  name=$(basename "$project")
  dll="artifacts/bin/$name/release/$name.dll"
  if [ ! -f "$dll" ]; then
    echo "$name was not built: run 'make build' first." >&2
    exit 1
  fi
  echo "== $name"
  code=0
  dotnet "$dll" -result-xml "$results/$name.xml" -noLogo -noColor ${filter[@]+"${filter[@]}"} || code=$?
  # A program may fail beside its tests: in a fixture, or by a crash at its end. Else nothing would say which it was.
  if [ "$code" -ne 0 ]; then
    status=1 && ended+=("$name ended with $code")
  fi
  [ -f "$results/$name.xml" ] || { echo "$name ended without results." >&2; status=1; }
done
count() { cat "$results"/*.xml | grep -oE "<assembly [^>]*" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$(count passed) failed=$(( $(count failed) + $(count errors) )) skipped=$(count skipped)

# The generator of the benchmark needs only Python's own library; the tests of the training also need PyTorch.
if [ $# -eq 0 ]; then
  echo "== src/training"
  log="$results/training.log"
  if python=$(src/training/python.sh 2> /dev/null) || python=$(command -v python3); then
    (cd src/training && "$python" -m unittest discover -t . -s tests -v) > "$log" 2>&1 || status=1
    ran=$(sed -nE 's/^Ran ([0-9]+) tests?.*/\1/p' "$log" | tail -1)
    bad=$(sed -nE 's/^FAILED \((.*)\)/\1/p' "$log" | grep -oE '(failures|errors)=[0-9]+' | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }')
    left=$(tail -1 "$log" | grep -oE 'skipped=[0-9]+' | grep -oE '[0-9]+')
    [ "${bad:-0}" -eq 0 ] && [ -n "$ran" ] || { cat "$log"; status=1; }
    passed=$(( passed + ${ran:-0} - ${bad:-0} - ${left:-0} )) failed=$(( failed + ${bad:-0} )) skipped=$(( skipped + ${left:-0} ))
    echo "   Ran ${ran:-0}"
  else
    echo "No python3: the tests of the training were skipped." | tee "$log"
    skipped=$(( skipped + 1 ))
  fi
fi

if [ "$skipped" -gt 0 ]; then
  echo "Skipped:"
  cat "$results"/*.xml | tr '\n' ' ' | sed 's/<test /\n<test /g' | grep 'result="Skip"' \
    | sed -E 's/.*<test [^>]*name="([^"]*)".*<reason>(<!\[CDATA\[)?([^]<]*).*/  \1: \3/'
  grep -hE "skipped" "$results/training.log" 2> /dev/null | grep -v '^OK' | sed 's/^/  /'
fi
if [ "$status" -ne 0 ]; then
  [ "$failed" -gt 0 ] || failed=1
  echo "Failed:"
  [ "${#ended[@]}" -eq 0 ] || printf '  %s\n' "${ended[@]}"
  cat "$results"/*.xml | tr '\n' ' ' | sed 's/<error /\n<error /g' | grep '^<error ' \
    | sed -E 's/<error [^>]*type="([^"]*)"( name="([^"]*)")?.*<message>(<!\[CDATA\[)?([^]<]{0,300}).*/  \1 \3: \5/'
  cat "$results"/*.xml | tr '\n' ' ' | sed 's/<test /\n<test /g' | grep 'result="Fail"' \
    | sed -E 's/.*<test [^>]*name="([^"]*)".*<message>(<!\[CDATA\[)?([^]<]{0,2000}).*/  \1: \3/'
  grep -hE "^(FAIL|ERROR):" "$results/training.log" 2> /dev/null | sed 's/^/  /'
fi
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
