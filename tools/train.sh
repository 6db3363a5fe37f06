#!/usr/bin/env bash
# Trains the model of lines that ships: tools/train.sh [--corpus DIR] [--out FILE]. Without a corpus it generates the one that the shipped model is made of.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
corpus='' out="$here/../src/Resume2Website/Extraction/Learned/lines.model"
while [ $# -gt 0 ]; do
    case "$1" in
        --corpus) corpus=$2; shift 2 ;;
        --out) out=$2; shift 2 ;;
        *) echo "Usage: tools/train.sh [--corpus DIR] [--out FILE]" >&2; exit 64 ;;
    esac
done
if [ -z "$corpus" ]; then
    corpus=$(mktemp -d)
    trap 'rm -rf "$corpus"' EXIT
    "$here/corpus.sh" --out "$corpus" --set train >&2
fi
dotnet build -nodeReuse:false -v q -c Release "$here/Resume2Website.Training" >&2
dotnet "$here/Resume2Website.Training/bin/Release/net10.0/Resume2Website.Training.dll" --corpus "$corpus" --out "$out"
