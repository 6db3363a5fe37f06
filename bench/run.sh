#!/usr/bin/env bash
# Runs a benchmark by name; without one, lists them. --smoke runs it as briefly as shows that it works.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# A socket for every stream, on both sides.
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true
# For the load generators; the servers under test run without it.
export DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1

run() {
    local name="$1"
    shift
    dotnet build -nodeReuse:false -v q -c Release "$root/bench/$name" >&2
    dotnet "$root/bench/$name/bin/Release/net10.0/$name.dll" "$@"
}

case "${1:-}" in
    "") run LiveWorkflows.Bench && echo && run Resume2Website.Bench ;;
    reading | pipeline) run Resume2Website.Bench "$@" ;;
    sites)
        # The theme that sites are compared with; without it they are measured alone.
        if command -v npm >/dev/null 2>&1 && [ ! -d "$root/bench/web-tools/node_modules" ]; then npm --prefix "$root/bench/web-tools" ci --no-audit --no-fund >&2 || true; fi
        run Resume2Website.Bench "$@"
        ;;
    *) run LiveWorkflows.Bench "$@" ;;
esac
