#!/usr/bin/env bash
# Builds what changed and serves the web application.
set -euo pipefail

case "${1:-}" in
    -h | --help)
        cat <<'HELP'
Usage: ./run.sh [SETTINGS]

Installs what the system lacks (by apt, as root or with sudo), builds the server when its sources changed,
and serves it on http://localhost:2000. Ctrl+C ends it.

  ASPNETCORE_URLS=http://localhost:8080 ./run.sh       another port
  ./run.sh --Resume2Website:DataDirectory=/srv/cv      another place for data
  Resume2Website__MaxUploadBytes=5000000 ./run.sh      any setting, by environment
HELP
        exit 0
        ;;
esac

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib.sh
. "$ROOT/scripts/lib.sh"

require_sdk
install_recognition
server="$(release_folder src/Resume2Website.Server)/Resume2Website.Server.dll"
build_if_changed Server src/Resume2Website.Server "$server" src
export ASPNETCORE_URLS="${ASPNETCORE_URLS:-http://localhost:2000}"
exec dotnet "$server" "$@"
