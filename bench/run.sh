#!/usr/bin/env bash
# Runs a benchmark by name; without one, lists them.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
dotnet build -v q -c Release "$root/bench/LiveWorkflows.Bench" >&2
exec dotnet "$root/bench/LiveWorkflows.Bench/bin/Release/net10.0/LiveWorkflows.Bench.dll" "$@"
