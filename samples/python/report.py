"""Counts the words of files, and reports it step by step to LiveWorkflows: python3 report.py URL FILE..."""
import json, sys, urllib.request

def post(path, body):
    request = urllib.request.Request(sys.argv[1] + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request, timeout=30))

workflow, sent, words = post("/api/v1/workflows/start", {"name": "Count words"}), 0, 0
print(f"Watch it: curl -N {sys.argv[1]}{workflow['stream_url']}", flush=True)

def report(*events):  # each with a rising number, so that an array that is sent twice is taken once
    global sent
    sent = post(workflow["events_url"], [dict(event, client_seq=sent + n) for n, event in enumerate(events, 1)])["last_client_seq"]

report({"type": "phase_started", "phase": "PROCESSING", "expected_steps": len(sys.argv) - 2})
for number, file in enumerate(sys.argv[2:], 1):
    report({"type": "step_started", "step_name": f"Counting file {number}"})
    try:
        data = open(file, "rb").read()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            report({"type": "step_retry", "error": {"code": "not_utf8", "message": f"This is not UTF-8: {error.reason}."}})
            text = data.decode("latin-1")
        words += len(text.split())
        report({"type": "metric", "metrics": [{"name": "words", "kind": "counter", "value": words}]},
               {"type": "progress", "percentage": 100}, {"type": "step_complete", "detail": f"{words} words so far"})
    except OSError as error:
        report({"type": "step_failed", "error": {"code": "unreadable", "category": "input", "message": f"{error.strerror}."}})
report({"type": "phase_complete"}, {"type": "workflow_complete", "result": {"words": words}})
