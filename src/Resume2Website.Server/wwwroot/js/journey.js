// The journey of one CV as a fold: (state, event) → state. It knows no clock, no network and no page, so a replay,
// a second tab and a reload in the middle all come to the same state.

export const initialState = Object.freeze({
  status: 'connecting',
  lastSeq: 0,
  lastEventAt: null,
  queuedAt: null,
  queuePosition: null,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  estimatedDurationMs: null,
  percentage: 0,
  indeterminate: true,
  message: null,
  currentPhase: null,
  completedSteps: 0,
  totalSteps: 0,
  eta: null,
  phases: [],
  steps: [],
  findings: [],
  confidence: null,
  warnings: [],
  setbacks: [],
  resumptions: 0,
  historyGone: false,
  result: null,
  error: null,
  reason: null,
  deleted: false,
});

const terminalStatuses = new Set(['completed', 'failed', 'cancelled', 'abandoned']);

export const isOver = (state) => state.deleted || terminalStatuses.has(state.status);

/** The state after one event of the stream: `{type, data}` with the names and fields of the wire contract. */
export function journey(state, { type, data }) {
  const fold = folds[type];
  if (data?.seq === undefined) return fold && controlFrames.has(type) ? fold(state, data ?? {}) : state;
  if (data.seq <= state.lastSeq || isOver(state)) return state;
  const seen = { ...state, lastSeq: data.seq, lastEventAt: Date.parse(data.timestamp) };
  return fold && !controlFrames.has(type) ? fold(seen, data) : seen;
}

/** How long the work has taken, `sinceMs` after the last event arrived; null before it began. */
export function elapsedMs(state, sinceMs = 0) {
  if (state.durationMs !== null) return state.durationMs;
  if (state.startedAt === null) return null;
  const known = state.lastEventAt - state.startedAt;
  return isOver(state) ? known : known + Math.max(0, sinceMs);
}

/** What is likely to remain, `sinceMs` after the last event arrived; null when that is not known, negative when overdue. */
export function remainingMs(state, sinceMs = 0) {
  if (state.status !== 'running' || state.eta === null) return null;
  return state.eta.ms - (state.lastEventAt - state.eta.at) - Math.max(0, sinceMs);
}

/** How long it waited for its turn; null when it never did. */
export const queuedMs = (state) =>
  state.queuedAt === null || state.startedAt === null ? null : state.startedAt - state.queuedAt;

/** Whether the reading has ended well, so that what was read can be looked at. */
export const wasRead = (state) => state.phases.some(({ name, status }) => name === 'PROCESSING' && status === 'completed');

export const stepsOf = (state, phase) => state.steps.filter((step) => step.phase === phase);

const at = (data) => Date.parse(data.timestamp);

const folds = {
  workflow_queued: (state, data) => ({
    ...state,
    status: data.status ?? 'queued',
    queuedAt: at(data),
    queuePosition: data.position ?? null,
  }),

  workflow_started: (state, data) => ({
    ...state,
    status: 'running',
    startedAt: at(data),
    queuePosition: null,
    estimatedDurationMs: data.estimated_duration_ms ?? null,
    phases: (data.phases ?? []).map((phase, index) => ({
      ...emptyPhase(phase.name, index + 1),
      expectedSteps: phase.expected_steps ?? null,
    })),
  }),

  workflow_resumed: (state) => ({ ...state, status: 'running', resumptions: state.resumptions + 1 }),

  phase_started: (state, data) => ({
    ...withPhase(state, data, (phase) => ({
      status: 'running',
      startedAt: at(data),
      expectedSteps: data.expected_steps ?? phase.expectedSteps,
    })),
    currentPhase: data.phase,
  }),

  phase_complete: (state, data) => ({
    ...withPhase(state, data, () => ({ status: data.status, durationMs: data.duration_ms })),
    currentPhase: state.currentPhase === data.phase ? null : state.currentPhase,
  }),

  step_started: (state, data) =>
    withStep(state, data, () => ({ status: 'running', startedAt: at(data), parentId: data.parent_step_id ?? null })),

  step_retry: (state, data) =>
    withStep(state, data, () => ({ status: 'running', error: data.error ?? null, retryDelayMs: data.delay_ms ?? null })),

  step_complete: (state, data) => ({
    ...withStep(state, data, () => ({
      status: data.status ?? 'completed',
      durationMs: data.duration_ms,
      detail: data.detail ?? null,
      confidence: data.confidence ?? null,
    })),
    percentage: Math.max(state.percentage, data.percentage ?? 0),
    indeterminate: false,
  }),

  step_failed: (state, data) =>
    withStep(state, data, () => ({ status: 'failed', durationMs: data.duration_ms, error: data.error ?? null })),

  step_skipped: (state, data) => withStep(state, data, () => ({ status: 'skipped', detail: data.reason ?? null })),

  step_cancelled: (state, data) =>
    withStep(state, data, () => ({ status: 'cancelled', durationMs: data.duration_ms, detail: data.reason ?? null })),

  progress: (state, data) => ({
    ...state,
    percentage: Math.max(state.percentage, data.percentage),
    indeterminate: data.indeterminate === true,
    message: data.message ?? null,
    completedSteps: data.completed_steps ?? state.completedSteps,
    totalSteps: data.total_steps ?? state.totalSteps,
    eta: data.eta_ms === undefined || (data.eta_basis ?? 'none') === 'none'
      ? null
      : { ms: data.eta_ms, basis: data.eta_basis, at: at(data) },
  }),

  section: (state, data) => ({
    ...state,
    findings: replaceOrAdd(state.findings, (finding) => finding.section === data.section, {
      section: data.section,
      count: data.count,
      confidence: data.confidence ?? null,
    }),
  }),

  confidence: (state, data) => (data.scope === 'workflow' ? { ...state, confidence: data.value } : state),

  warning: (state, data) => ({
    ...state,
    warnings: replaceOrAdd(
      state.warnings,
      (warning) => warning.code === data.code && warning.message === data.message,
      { code: data.code, message: data.message },
    ),
  }),

  error_reported: (state, data) => ({
    ...state,
    setbacks: replaceOrAdd(state.setbacks, (setback) => setback.fingerprint === data.fingerprint, {
      fingerprint: data.fingerprint,
      title: data.title,
      code: data.code,
    }),
  }),

  workflow_complete: (state, data) => ({
    ...ended(state, data, 'completed'),
    result: data.result ?? {},
    confidence: data.result?.confidence ?? state.confidence,
  }),

  workflow_failed: (state, data) => ({ ...ended(state, data, 'failed'), error: data.error }),

  workflow_cancelled: (state, data) => ({ ...ended(state, data, 'cancelled'), reason: data.reason ?? null }),

  resync: (state, data) => ({
    ...state,
    historyGone: true,
    lastSeq: Math.max(state.lastSeq, (data.oldest_seq ?? 1) - 1),
  }),

  stream_end: (state, data) => (data.reason === 'deleted' ? { ...state, deleted: true } : state),
};

// Frames about the stream, not about the work: they carry no number.
const controlFrames = new Set(['resync', 'stream_end']);

const ended = (state, data, status) => ({
  ...state,
  status: data.status ?? status,
  endedAt: at(data),
  durationMs: data.duration_ms,
  currentPhase: null,
  eta: null,
  indeterminate: false,
});

const emptyPhase = (name, index) =>
  ({ name, index, status: 'pending', startedAt: null, durationMs: null, expectedSteps: null });

function withPhase(state, data, change) {
  const known = state.phases.find((phase) => phase.name === data.phase) ?? emptyPhase(data.phase, data.phase_index);
  const phase = { ...known, ...change(known) };
  return { ...state, phases: replaceOrAdd(state.phases, (other) => other.name === data.phase, phase) };
}

function withStep(state, data, change) {
  const known = state.steps.find((step) => step.id === data.step_id) ?? {
    id: data.step_id,
    parentId: null,
    startedAt: null,
    durationMs: null,
    detail: null,
    confidence: null,
    error: null,
    retryDelayMs: null,
  };
  const step = { ...known, name: data.step_name, phase: data.phase ?? known.phase ?? '', attempt: data.attempt ?? 1, ...change(known) };
  return { ...state, steps: replaceOrAdd(state.steps, (other) => other.id === step.id, step) };
}

function replaceOrAdd(items, matches, item) {
  const index = items.findIndex(matches);
  return index < 0 ? [...items, item] : items.map((other, i) => (i === index ? item : other));
}
