#!/usr/bin/env bash
# Checks the digests of a list that sha256sum made, and reports it to LiveWorkflows: report.sh LIST [URL]
set -euo pipefail
list="$1" base="${2:-http://localhost:2000}" seq=0

post() { curl -sS --fail-with-body -H 'Content-Type: application/json' -d "$2" "$1"; }
field() { grep -oE "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
report() { seq=$((seq + 1)); post "$base$events" "[{\"client_seq\": $seq, \"type\": \"$1\"${2:+, $2}}]" >/dev/null; }

started="$(post "$base/api/v1/workflows/start" '{"name": "Check digests"}')"
events="$(field events_url <<<"$started")"
echo "Watch it: curl -N $base$(field stream_url <<<"$started")"

report phase_started "\"phase\": \"VALIDATION\", \"expected_steps\": 2"
report step_started '"step_name": "Reading the list"'
count="$(grep -c . "$list")"
report metric "\"metrics\": [{\"name\": \"files\", \"kind\": \"gauge\", \"value\": $count}]"
report step_complete "\"detail\": \"$count files\""

report step_started '"step_name": "Comparing digests"'
if ! sha256sum --quiet --check "$list" >/dev/null 2>&1; then
    # Once more: a file may just have been written.
    report step_retry '"error": {"code": "digest_differs", "message": "A file is not what it was."}'
    if ! sha256sum --quiet --check "$list" >/dev/null 2>&1; then
        report step_failed '"error": {"code": "digest_differs", "message": "A file is not what it was.", "category": "input"}'
        report workflow_failed '"error": {"code": "digest_differs", "message": "A file is not what it was.", "category": "input"}'
        exit 1
    fi
fi
report progress '"percentage": 100'
report step_complete
report workflow_complete "\"result\": {\"files\": $count}"
