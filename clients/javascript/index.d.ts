/** What is wrong and what can be done about it. */
export interface RecoverySuggestion { action: string; text: string; automatic: boolean }

export type ErrorCategory =
  | 'input' | 'timeout' | 'network' | 'unavailable' | 'rate_limit' | 'permission' | 'configuration' | 'resource' | 'cancelled' | 'abandoned' | 'internal';
export type WorkflowStatus = 'queued' | 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled' | 'abandoned';
export type StepStatus = 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled' | 'skipped';

export interface ErrorInfo {
  title: string;
  message: string;
  code: string;
  category: ErrorCategory;
  retryable: boolean;
  retry_after_ms?: number;
  recovery_suggestions: RecoverySuggestion[];
}

export interface PhaseSummary { name: string; status: StepStatus; duration_ms?: number; [field: string]: unknown }
export interface StepSummary {
  id: string;
  name: string;
  phase: string;
  parent_step_id?: string;
  number: number;
  status: StepStatus;
  attempt: number;
  started_at: string;
  duration_ms?: number;
  confidence?: number;
  detail?: string;
  artifact?: string;
}

/** What happened in a workflow so far. Durations are milliseconds, fractions and confidences 0 to 1, percentages 0 to 100. */
export interface WorkflowSummary {
  workflow_id: string;
  name: string;
  type?: string;
  status: WorkflowStatus;
  duration_ms: number;
  percentage: number;
  confidence?: number;
  tags: Record<string, string>;
  phases: PhaseSummary[];
  steps: StepSummary[];
  timers: Record<string, { count: number; sum_ms: number; min_ms: number; max_ms: number; last_ms: number }>;
  counters: Record<string, number>;
  gauges: Record<string, number>;
  rates: Record<string, number>;
  errors: ErrorInfo[];
  error_count: number;
  warning_count: number;
  last_seq: number;
  last_client_seq?: number;
  [field: string]: unknown;
}

export type Metric = { name: string; unit?: string; tags?: Record<string, string> } & (
  | { kind: 'counter' | 'gauge'; value: number }
  | { kind: 'rate'; per_minute: number }
  | { kind: 'timer'; count: number; sum_ms: number; min_ms: number; max_ms: number; last_ms: number });

interface Numbered {
  workflow_id: string;
  /** 1, 2, 3 … without a gap. */
  seq: number;
  /** RFC 3339, UTC, milliseconds. */
  timestamp: string;
  correlation_id?: string;
  client_seq?: number;
}

interface OfStep { step_id: string; step_name: string; attempt: number }

/** Every event of the wire by its name, with its own fields. */
export interface WorkflowEvents {
  workflow_queued: Numbered & { name: string; type?: string; status: WorkflowStatus; position?: number; tags: Record<string, string> };
  workflow_started: Numbered & {
    name: string; type?: string; tags: Record<string, string>; phases: { name: string; expected_steps?: number }[];
    estimated_duration_ms?: number; job_id?: string; parent_workflow_id?: string; v: number;
  };
  workflow_resumed: Numbered & { epoch: number };
  phase_started: Numbered & { phase: string; phase_index: number; phase_count?: number; expected_steps?: number };
  phase_complete: Numbered & { phase: string; phase_index: number; status: StepStatus; duration_ms: number };
  step_started: Numbered & OfStep & { phase: string; parent_step_id?: string; step_number: number; total_steps: number };
  step_complete: Numbered & OfStep & {
    phase: string; step_number: number; total_steps: number; status: StepStatus; duration_ms: number; percentage: number;
    confidence?: number; detail?: string; artifact?: string;
  };
  step_waiting: Numbered & OfStep & { phase: string; reason?: string };
  step_resumed: Numbered & OfStep & { phase: string; waited_ms: number };
  step_retry: Numbered & OfStep & { delay_ms?: number; error?: ErrorInfo };
  step_failed: Numbered & OfStep & { error?: ErrorInfo; duration_ms: number };
  step_skipped: Numbered & OfStep & { reason?: string };
  step_cancelled: Numbered & OfStep & { reason?: string };
  progress: Numbered & {
    percentage: number; phase?: string; phase_percentage?: number; current_step?: string; completed_steps: number; total_steps: number;
    elapsed_ms: number; eta_ms?: number; eta_p90_ms?: number; eta_basis: 'history' | 'observed' | 'none'; indeterminate: boolean; message?: string;
  };
  metric: Numbered & { metrics: Metric[] };
  log: Numbered & { level: string; message: string; phase?: string; step_id?: string; fields?: Record<string, string> };
  confidence: Numbered & { scope: string; value: number; method?: string; n?: number };
  section: Numbered & { section: string; count: number; confidence?: number; url?: string };
  warning: Numbered & { code: string; message: string; phase?: string; step_id?: string };
  error_reported: Numbered & Omit<ErrorInfo, 'message'> & { detail: string; attempt: number; fingerprint: string; phase?: string; step_id?: string; is_critical: boolean };
  workflow_complete: Numbered & { result: Record<string, unknown>; status: 'completed'; duration_ms: number; summary: WorkflowSummary };
  workflow_failed: Numbered & { error: ErrorInfo; status: 'failed' | 'abandoned'; duration_ms: number; summary: WorkflowSummary };
  workflow_cancelled: Numbered & { reason?: string; status: 'cancelled'; duration_ms: number; summary: WorkflowSummary };
  resync: { seq?: undefined; workflow_id: string; oldest_seq: number; latest_seq: number; snapshot_url: string };
  stream_end: { seq?: undefined; workflow_id: string; reason: 'completed' | 'failed' | 'cancelled' | 'deleted' };
}

/** An event with its name in `event`, by which TypeScript tells them apart. */
export type WorkflowEvent = { [Name in keyof WorkflowEvents]: { event: Name } & WorkflowEvents[Name] }[keyof WorkflowEvents];

/** An event of a kind that only the program that publishes it knows. */
export type CustomWorkflowEvent = { event: string; seq?: number; [field: string]: unknown };

/** `reconnecting`: the server or the way to it is away. `polling`: something on the way does not let streams pass, so the log is asked for. */
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'polling' | 'closed';

export type Handlers = { [Name in keyof WorkflowEvents]?: (event: { event: Name } & WorkflowEvents[Name]) => void } & { [name: string]: ((event: any) => void) | undefined };

export interface WatchOptions {
  /** Called with every event, once, in order. */
  onEvent?: (event: WorkflowEvent | CustomWorkflowEvent) => void;
  /** Called with the events of a name. */
  on?: Handlers;
  /** Called when the connection changes; with the reason, where there is one. */
  onConnection?: (connection: Connection, error?: WorkflowError) => void;
  /** Called with the summary when the history that was asked for is gone. */
  onSnapshot?: (summary: WorkflowSummary) => void;
  /** Opens the workflow to whoever holds it; sent as a header. */
  ticket?: string;
  /** Stops watching. */
  signal?: AbortSignal;
  /** Go on behind this number; 0 by default: from the start. */
  lastSeq?: number;
  /** Whether a browser's tabs share one connection; true by default, where the browser can. */
  share?: boolean;
  /** As of `fetch`; `same-origin` by default. */
  credentials?: RequestCredentials;
  /** Where the events are asked for when streams are blocked; the workflow's log by default. */
  pollUrl?: string | URL;
  /** How long the first byte may take, in milliseconds; 10,000 by default. */
  openMs?: number;
  /** How long a stream may be silent, its comments included, in milliseconds; 45,000 by default. */
  silenceMs?: number;
  /** How long to wait between two polls, in milliseconds; 3,000 by default. */
  pollMs?: number;
  /** The longest pause between two attempts, in milliseconds; 20,000 by default. */
  longestPauseMs?: number;
  /** How many events a tab keeps for those that come later; 5,000 by default. */
  keptEvents?: number;
}

export interface WatchEnd {
  /** `closed`: by this program. `ended`: it had ended before. */
  reason: 'completed' | 'failed' | 'cancelled' | 'deleted' | 'closed' | 'ended';
  /** The event that the workflow ended with, where it was seen. */
  event?: WorkflowEvent;
}

/** An answer of the server that says why not, and what can be done (RFC 9457). */
export class WorkflowError extends Error {
  readonly status: number;
  readonly title?: string;
  readonly code: string;
  readonly category: ErrorCategory;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  readonly recoverySuggestions: RecoverySuggestion[];
}

/** One workflow being watched. Each event is also dispatched under its name, and under `*`, as a `CustomEvent` with the event as its `detail`. */
export class WorkflowWatch extends EventTarget implements AsyncIterable<WorkflowEvent | CustomWorkflowEvent> {
  private constructor();
  /** The number of the last event. */
  readonly lastSeq: number;
  readonly connection: Connection;
  /** Resolved at the end; rejected with a `WorkflowError` when the server refuses for good. */
  readonly finished: Promise<WatchEnd>;
  /** Stops watching; the workflow goes on. */
  close(): void;
  [Symbol.asyncIterator](): AsyncIterableIterator<WorkflowEvent | CustomWorkflowEvent>;
}

/** Watches the workflow of a stream's URL, such as `/api/v1/sse/workflows/ID`. */
export function watchWorkflow(url: string | URL, options?: WatchOptions): WorkflowWatch;

/** Takes text as it comes, in any pieces, and gives each frame once it is whole. */
export function createSseParser(
  onFrame: (frame: { event?: string; data: string; id?: string }) => void, onRetry?: (milliseconds: number) => void): (text: string) => void;
