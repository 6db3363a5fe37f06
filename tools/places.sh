#!/usr/bin/env bash
# Makes the list of places that ships, from the packages that tools/places/package.json names.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
npm --prefix "$here/places" ci --no-audit --no-fund >&2
dotnet build -nodeReuse:false -v q -c Release "$here/Resume2Website.Training" >&2
node "$here/places/list.mjs" | dotnet "$here/Resume2Website.Training/bin/Release/net10.0/Resume2Website.Training.dll" places "$here/places/own-names.txt" "$here/../src/Resume2Website/Extraction/Lexicon/places.bin"
