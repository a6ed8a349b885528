#!/usr/bin/env bash
# Kills the demo half-way, resumes it, and compares the results with those of an undisturbed run: they must be the same bytes,
# apart from the times. Takes about twice as long as the demo.
set -euo pipefail
cd "$(dirname "$0")/.."
reckon=(dotnet artifacts/bin/Reckon.Cli/release/reckon.dll run sweeps/demo.yaml --out)
whole=runs/kill-check/whole killed=runs/kill-check/killed
rm -rf runs/kill-check && mkdir -p runs/kill-check

echo "An undisturbed run."
"${reckon[@]}" $whole > /dev/null

echo "A run that is killed when half of its trials are done."
mkfifo runs/kill-check/progress
"${reckon[@]}" $killed > /dev/null 2> runs/kill-check/progress &
victim=$!
while read -r line; do
  done_=${line%%/*}; done_=${done_//,/}; rest=${line#*/}; total=${rest%% *}; total=${total//,/}
  if [[ $done_ =~ ^[0-9]+$ && $total =~ ^[0-9]+$ ]] && (( done_ * 2 >= total )); then
    kill -KILL $victim
    echo "Killed at: $line"
    break
  fi
done < runs/kill-check/progress
wait $victim 2> /dev/null || true
[ ! -f $killed/summary.json ] || { echo "It was finished before it could be killed." >&2; exit 1; }

echo "The same command again."
"${reckon[@]}" $killed > /dev/null

cmp $whole/outcomes.jsonl $killed/outcomes.jsonl
diff -r $whole/trees $killed/trees
# "timing" is the last property of a summary.
cmp <(sed '/^  "timing"/,$d' $whole/summary.json) <(sed '/^  "timing"/,$d' $killed/summary.json)
echo "The results are the same."
