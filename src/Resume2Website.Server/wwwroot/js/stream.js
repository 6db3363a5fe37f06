// One CV's event stream, for as long as it takes: EventSource reconnects by itself while it can, and this goes on where it gives up.

import { getJob, streamUrl } from './api.js';
import { initialState, isOver, journey } from './journey.js';

const eventTypes = [
  'workflow_queued', 'workflow_started', 'workflow_resumed', 'phase_started', 'phase_complete', 'step_started', 'step_complete',
  'step_retry', 'step_failed', 'step_skipped', 'step_cancelled', 'progress', 'section', 'confidence', 'warning', 'error_reported',
  'workflow_complete', 'workflow_failed', 'workflow_cancelled', 'resync', 'stream_end', 'metric', 'log',
];

const firstPauseMs = 500;
const longestPauseMs = 8000;

/** Follows a job: `onChange(state, before)` for each event, `onConnection('live' | 'reconnecting' | 'missing')`. Returns a function that stops. */
export function follow(jobId, { url = streamUrl(jobId), onChange, onConnection }) {
  let state = initialState;
  let source = null;
  let timer = 0;
  let pauseMs = firstPauseMs;
  let stopped = false;

  const open = () => {
    source = new EventSource(state.lastSeq === 0 ? url : withLastEventId(url, state.lastSeq));
    source.addEventListener('open', () => {
      pauseMs = firstPauseMs;
      onConnection('live');
    });
    source.addEventListener('error', lost);
    for (const type of eventTypes) source.addEventListener(type, (message) => take(type, message));
  };

  const take = (type, message) => {
    const before = state;
    state = journey(state, { type, data: JSON.parse(message.data) });
    if (state !== before) onChange(state, before);
    // The last frame there is; after it EventSource would only come back to hear that there is no more.
    if (type === 'stream_end') stop();
  };

  const lost = async () => {
    if (stopped) return;
    if (isOver(state)) {
      stop();
      return;
    }
    onConnection('reconnecting');
    if (source.readyState !== EventSource.CLOSED) return;
    try {
      await getJob(jobId);
    } catch ({ problem }) {
      if (problem?.status === 404 && !stopped) {
        stop();
        onConnection('missing');
        return;
      }
    }
    if (stopped) return;
    timer = setTimeout(open, pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };

  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    source.close();
  };

  open();
  return stop;
}

const withLastEventId = (url, seq) => `${url}${url.includes('?') ? '&' : '?'}last_event_id=${seq}`;
