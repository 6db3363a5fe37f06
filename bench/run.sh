#!/usr/bin/env bash
# Runs a benchmark by name; without one, lists them. --smoke runs it as briefly as shows that it works.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# A socket for every stream, on both sides.
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true
# For the load generator; the servers under test run without it.
export DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1
dotnet build -v q -c Release "$root/bench/LiveWorkflows.Bench" >&2
exec dotnet "$root/bench/LiveWorkflows.Bench/bin/Release/net10.0/LiveWorkflows.Bench.dll" "$@"
