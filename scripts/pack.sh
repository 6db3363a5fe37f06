#!/usr/bin/env bash
# Packs the library's three NuGet packages, with symbols, and the npm package of the ES module into artifacts/, or into the folder that is given.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck source=scripts/lib.sh
. "$ROOT/scripts/lib.sh"

case "${1:-}" in
    -h | --help)
        say "Usage: scripts/pack.sh [FOLDER]"
        say "Packs LiveWorkflows, LiveWorkflows.AspNetCore, LiveWorkflows.Sqlite and the ES module into FOLDER (artifacts by default)."
        exit 0
        ;;
esac

require_sdk
output="${1:-$ROOT/artifacts}"
mkdir -p "$output"
output="$(cd "$output" && pwd)"
for package in LiveWorkflows LiveWorkflows.AspNetCore LiveWorkflows.Sqlite; do
    dotnet pack "$ROOT/src/$package" -c Release -v quiet -o "$output" >&2
done
if command -v npm >/dev/null 2>&1; then
    (cd "$ROOT/clients/javascript" && npm pack --silent --pack-destination "$output" >/dev/null)
else
    say "npm is not there: the ES module was not packed."
fi
(cd "$output" && ls -1 -- *.nupkg *.snupkg *.tgz 2>/dev/null)
