#!/usr/bin/env bash
# Trains the models that ship: tools/train.sh [--corpus DIR]. Without a corpus it generates the one that the shipped models are made of.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
models="$here/../src/Resume2Website/Extraction/Learned"
corpus=''
case "${1:-}" in
    '') ;;
    --corpus) corpus=${2:?"--corpus needs a directory"} ;;
    *) echo "Usage: tools/train.sh [--corpus DIR]" >&2; exit 64 ;;
esac
if [ -z "$corpus" ]; then
    corpus=$(mktemp -d)
    trap 'rm -rf "$corpus"' EXIT
    "$here/corpus.sh" --out "$corpus" --set train >&2
fi
train() {
    dotnet build -nodeReuse:false -v q -c Release "$here/Resume2Website.Training" >&2
    dotnet "$here/Resume2Website.Training/bin/Release/net10.0/Resume2Website.Training.dll" "$@"
}

train parts "$corpus" "$models/parts.model"
train lines "$corpus" "$models/lines.model"
