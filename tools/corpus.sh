#!/usr/bin/env bash
# Invents CVs with their truth: tools/corpus.sh --out DIR --set train|held-out [--count N] [--seed S].
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
dotnet build -nodeReuse:false -v q -c Release "$here/Resume2Website.Corpus" >&2
exec dotnet "$here/Resume2Website.Corpus/bin/Release/net10.0/Resume2Website.Corpus.dll" "$@"
