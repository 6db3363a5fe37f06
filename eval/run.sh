#!/usr/bin/env bash
# Measures the extraction: eval/run.sh [DIR] [--write PREDICTIONS]. DIR holds docs/ and truth/ (JSON Resume, one a document), and text/ and manifest.json where there
# are any. Without DIR it makes and measures the project's own held-out set: people, layouts and trades that no model was trained on.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
if [ "${1:-}" = "-h" ] || [ "${1:-}" = "--help" ]; then
    set -- --help
elif [ $# -eq 0 ] || [ "$1" = "--write" ] || [ "$1" = "--rules" ]; then
    own="$here/../.build/held-out"
    if [ ! -f "$own/manifest.json" ]; then
        echo "Making the held-out set (needs chromium and pdftoppm; about two minutes)" >&2
        "$here/../tools/corpus.sh" --out "$own" --set held-out >&2
    fi
    set -- "$own" "$@"
fi
dotnet build -nodeReuse:false -v q -c Release "$here/Resume2Website.Eval" >&2
exec dotnet "$here/Resume2Website.Eval/bin/Release/net10.0/Resume2Website.Eval.dll" "$@"
