#!/usr/bin/env bash
# Measures the extraction: eval/run.sh DIR [--write PREDICTIONS]; DIR holds docs/ and truth/ (JSON Resume, one a document).
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
dotnet build -nodeReuse:false -v q -c Release "$here/Resume2Website.Eval" >&2
exec dotnet "$here/Resume2Website.Eval/bin/Release/net10.0/Resume2Website.Eval.dll" "$@"
