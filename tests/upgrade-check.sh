#!/usr/bin/env bash
# Makes a newer build, whose contracts have grown, from the source as it is, and has a sweep survive the upgrade to it and the way back.
set -euo pipefail
cd "$(dirname "$0")/.."
next=build/next
rm -rf "$next" && mkdir -p "$next"
cp -r src Directory.Build.props Directory.Packages.props global.json "$next"
find "$next" -type d \( -name obj -o -name bin \) -prune -exec rm -rf {} +

# A member more in what is called, answered and stored; the version is raised, and builds before it are still understood.
grow() { sed -i '$ d' "$next/src/$1" && printf '\n    /// <summary>What a newer build adds.</summary>\n    [Id(90)]\n    public string Added { get; %s; } = "added by a newer build";\n}\n' "$2" >> "$next/src/$1"; }
grow Reckon.Contracts/Nodes/ExpandNode.cs init
grow Reckon.Contracts/Workers/WorkerReport.cs init
grow Reckon.Contracts/Problems/ProblemReport.cs init
grow Reckon.Contracts/Problems/ProblemAssignment.cs init
grow Reckon.Coordinator/Nodes/NodeState.cs set
grow Reckon.Coordinator/Sweeps/SweepState.cs set
sed -i 's/new(Number: \([0-9]*\), Oldest: \([0-9]*\))/new(Number: \1 + 1, Oldest: \2)/' "$next/src/Reckon.Contracts/Versions/ContractVersion.cs"
grep -q 'Number: [0-9]* + 1' "$next/src/Reckon.Contracts/Versions/ContractVersion.cs"

dotnet build "$next/src/Reckon.Cli" -c Release -v quiet
dotnet build tests/Reckon.System.Tests -c Release -v quiet
RECKON_NEXT="$PWD/$next/artifacts/bin/Reckon.Cli/release/reckon.dll" \
  dotnet artifacts/bin/Reckon.System.Tests/release/Reckon.System.Tests.dll -explicit only -class "*UpgradeTests" -noLogo -noColor
