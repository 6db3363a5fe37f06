#!/usr/bin/env bash
# Builds everything once and runs every test; the last line says how many passed and failed.
set -uo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib.sh
. "$ROOT/scripts/lib.sh"

quick=false
for argument in "$@"; do
    case "$argument" in
        --quick) quick=true ;;
        -h | --help)
            say "Usage: ./test.sh [--quick]"
            say "Runs every test and checks the format of the code; --quick leaves out the slow tests and the format."
            exit 0
            ;;
        *) die "Unknown: $argument. Usage: ./test.sh [--quick]" ;;
    esac
done

cd "$ROOT" || exit 1
require_sdk
# A font has no command of its own.
fonts=""
[ -n "$(fc-list ':family=Liberation Sans' 2>/dev/null)" ] || fonts="no-such-command-liberation=fonts-liberation fc-list=fontconfig"
# shellcheck disable=SC2086 # the list is meant to be split
install_recognition $fonts chromium=chromium firefox-esr=firefox-esr node=nodejs npm=npm python3=python3 curl=curl java=default-jre-headless

passed=0 failed=0 skipped=0 troubles=()
mkdir -p "$STATE/tests"

# count LOG PATTERN : the last number behind the pattern in a log; 0 when there is none.
count() {
    local number
    number="$(grep -aE "$2" "$1" 2>/dev/null | tail -n 1 | grep -oE '[0-9]+' | head -n 1)"
    printf '%s' "${number:-0}"
}

trouble() {
    troubles+=("$1")
    failed=$((failed + 1))
}

# add NAME PASSED FAILED SKIPPED EXIT_CODE LOG SECONDS : adds the counts of one run; no test at all, or a crash, counts as a failure.
add() {
    passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
    say "$(printf '%-36s %5d passed %3d failed %3d skipped %5d s' "$1" "$2" "$3" "$4" "$7")"
    if [ "$3" -gt 0 ]; then troubles+=("$1: $3 failed, see $6")
    elif [ "$(($2 + $4))" -eq 0 ]; then trouble "$1 ran no tests, see $6"
    elif [ "$5" -ne 0 ]; then trouble "$1 ended with exit code $5, see $6"
    fi
    if [ "$3" -gt 0 ] || [ "$5" -ne 0 ]; then grep -aE -A 12 '\[FAIL\]|^not ok |Unhandled exception' "$6" | head -n 60 >&2; fi
}

build_if_changed All Resume2Website.slnx "$(release_folder src/Resume2Website.Server)/Resume2Website.Server.dll" src tests samples clients bench eval

if [ -f tests/web-tools/package-lock.json ] && command -v npm >/dev/null 2>&1 &&
    [ tests/web-tools/package-lock.json -nt tests/web-tools/node_modules/.package-lock.json ]; then
    say "Installing the tools of the web tests"
    npm --prefix tests/web-tools ci --ignore-scripts --no-audit --no-fund >"$STATE/npm.log" 2>&1 || trouble "npm ci failed, see $STATE/npm.log"
fi

# total LOG NAME : a number of the summary that the test programs end with; 0 when there is none.
total() {
    local number
    number="$(grep -aE '^ +[A-Za-z0-9.]+ +Total: ' "$1" | tail -n 1 | grep -oE "$2: [0-9]+" | grep -oE '[0-9]+')"
    printf '%s' "${number:-0}"
}

filter=()
if $quick; then filter=(-trait- Speed=Slow); fi

for project in tests/*.Tests; do
    name="$(basename "$project")"
    program="$(release_folder "$project")/$name.dll"
    log="$STATE/tests/$name.log"
    begun=$SECONDS
    timeout 540 dotnet "$program" -noColor -noLogo "${filter[@]}" >"$log" 2>&1 </dev/null
    code=$?
    bad=$(($(total "$log" Failed) + $(total "$log" Errors)))
    left=$(total "$log" Skipped)
    good=$(($(total "$log" Total) - $(total "$log" Failed) - left - $(total "$log" 'Not Run')))
    # A project all of whose tests are slow has nothing to do in a quick run.
    if $quick && [ "$code" -eq 0 ] && grep -aq ' Total: 0$' "$log" && grep -rqs 'Speed", "Slow' "$project" --include=*.cs; then
        say "$(printf '%-36s     - all slow' "$name")"
        continue
    fi
    add "$name" "$good" "$bad" "$left" "$code" "$log" $((SECONDS - begun))
done

if compgen -G 'tests/web/*.test.mjs' >/dev/null; then
    log="$STATE/tests/web.log"
    if command -v node >/dev/null 2>&1; then
        begun=$SECONDS
        timeout 300 node --test --test-reporter=tap tests/web/*.test.mjs >"$log" 2>&1 </dev/null
        code=$?
        add "tests/web" "$(count "$log" '^# pass ')" "$(count "$log" '^# fail ')" "$(count "$log" '^# skipped ')" "$code" "$log" $((SECONDS - begun))
    else
        trouble "tests/web needs node, which is not there"
    fi
fi

if ! $quick; then
    log="$STATE/tests/format.log"
    begun=$SECONDS
    dotnet format Resume2Website.slnx --verify-no-changes --no-restore >"$log" 2>&1
    code=$?
    say "$(printf '%-36s %s %d s' "dotnet format" "$([ "$code" -eq 0 ] && echo 'nothing to change' || echo 'has changes to make')" $((SECONDS - begun)))"
    [ "$code" -eq 0 ] || trouble "dotnet format has changes to make, see $log"
fi

for line in "${troubles[@]:-}"; do [ -z "$line" ] || say "✗ $line"; done
summary="$passed passed, $failed failed"
if [ "$skipped" -gt 0 ]; then summary="$summary, $skipped skipped"; fi
printf '%s\n' "$summary"
[ "$failed" -eq 0 ]
