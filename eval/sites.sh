#!/usr/bin/env bash
# Measures sites with a browser and other people's tools, and prints a table: eval/sites.sh [OPTIONS]; --help lists them. Ends with 1 when a gate fails.
set -euo pipefail
ROOT="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck source=scripts/lib.sh
. "$ROOT/scripts/lib.sh"
require_sdk
dotnet build -nodeReuse:false -v q -c Release "$ROOT/eval/Resume2Website.Eval" >&2
program="$(release_folder eval/Resume2Website.Eval)/Resume2Website.Eval.dll"
case " $* " in *" --help "* | *" -h "*) exec dotnet "$program" sites --help ;; esac

install_packages chromium=chromium node=nodejs npm=npm java=default-jre-headless pdftotext=poppler-utils
if [ ! -d "$ROOT/tests/web-tools/node_modules/lighthouse" ] || [ ! -d "$ROOT/tests/web-tools/node_modules/vnu-jar" ]; then
    say "Installing the tools of the web tests"
    npm --prefix "$ROOT/tests/web-tools" ci --ignore-scripts --no-audit --no-fund >&2
fi
case " $* " in
    *" --cvs 0 "* | *" --people "*) ;;
    *)
        if [ ! -f "$ROOT/.build/held-out/manifest.json" ]; then
            say "Making the held-out set (about two minutes)"
            "$ROOT/tools/corpus.sh" --out "$ROOT/.build/held-out" --set held-out >&2
        fi
        ;;
esac
exec dotnet "$program" sites "$@"
