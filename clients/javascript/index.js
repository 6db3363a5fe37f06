// Watches one workflow: streams its events over fetch, reconnects, falls back to polling, and shares one connection among a browser's tabs.

const ends = { workflow_complete: 'completed', workflow_failed: 'failed', workflow_cancelled: 'cancelled' };
const defaults = { share: true, openMs: 10_000, silenceMs: 45_000, pollMs: 3_000, longestPauseMs: 20_000, keptEvents: 5_000 };

/** Watches the workflow of a stream's URL. The third argument stands in for the globals, in tests. */
export function watchWorkflow(url, options = {}, environment = globalThis) {
  return new WorkflowWatch(url, { ...defaults, ...options }, environment);
}

/** An answer of the server that says why not, and what can be done (RFC 9457). */
export class WorkflowError extends Error {
  constructor({ status = 0, title, detail, code = status ? `http_${status}` : 'unreachable', category = 'network', retryable = false, retry_after_ms, recovery_suggestions = [] }) {
    super(detail ?? title ?? `The server answered with ${status}.`);
    Object.assign(this, { name: 'WorkflowError', status, title, code, category, retryable, retryAfterMs: retry_after_ms, recoverySuggestions: recovery_suggestions });
  }
}

/** Takes text as it comes, in any pieces, and gives each frame of it once it is whole. */
export function createSseParser(onFrame, onRetry = () => {}) {
  let rest = '';
  let frame = {};
  return (text) => {
    // A carriage return at the very end may be half of a line's end.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    for (const line of lines) {
      const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line);
      if (line === '') {
        if (frame.data !== undefined) onFrame(frame);
        frame = {};
      } else if (field === 'data') frame.data = frame.data === undefined ? value : `${frame.data}\n${value}`;
      else if (field === 'event' || field === 'id') frame[field] = value;
      else if (field === 'retry' && /^\d+$/.test(value)) onRetry(Number(value));
    }
  };
}

export class WorkflowWatch extends EventTarget {
  #options;
  #environment;
  #url;
  #stop = new AbortController();
  #stay;
  #channel;
  #isLeader = false;
  #timer;
  #history = [];
  #news = [];
  #lastId = '';
  #last;
  #reason;
  #retryMs = 2_000;
  #barren = 0;
  #failures = 0;
  #readers = new Set();
  #settle;

  constructor(url, options, environment) {
    super();
    this.#options = options;
    this.#environment = environment;
    this.#url = new URL(url, environment.location?.href);
    this.lastSeq = options.lastSeq ?? 0;
    this.connection = 'connecting';
    this.finished = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
    this.finished.catch(() => {});
    if (options.onEvent) this.addEventListener('*', ({ detail }) => options.onEvent(detail));
    for (const [name, handler] of Object.entries(options.on ?? {})) this.addEventListener(name, ({ detail }) => handler(detail));
    if (options.signal?.aborted) this.close();
    else options.signal?.addEventListener('abort', () => this.close(), { once: true, signal: this.#stop.signal });
    // A page that the browser keeps when it is left holds no stream, and no lock that others wait for.
    environment.addEventListener?.('pagehide', () => this.#leave(), { signal: this.#stop.signal });
    environment.addEventListener?.('pageshow', ({ persisted }) => { if (persisted) this.#return(); }, { signal: this.#stop.signal });
    if (!this.#isOver) this.#start();
  }

  /** Stops watching; the workflow goes on. */
  close() {
    this.#finish({ reason: 'closed' });
  }

  /** The events from now on, to the end. */
  [Symbol.asyncIterator]() {
    const reader = { events: [], wake: () => {} };
    this.#readers.add(reader);
    const leave = async () => {
      this.#readers.delete(reader);
      return { done: true, value: undefined };
    };
    const next = async () => {
      while (reader.events.length === 0) {
        if (this.#isOver) {
          await this.finished;
          return leave();
        }
        await new Promise((resolve) => { reader.wake = resolve; });
      }
      return { done: false, value: reader.events.shift() };
    };
    return { next, return: leave, [Symbol.asyncIterator]() { return this; } };
  }

  get #isOver() {
    return this.#stop.signal.aborted;
  }

  #start() {
    const { navigator, BroadcastChannel, document } = this.#environment;
    this.#stay = new AbortController();
    if (this.#options.share && document && BroadcastChannel && navigator?.locks) this.#share(navigator.locks, BroadcastChannel);
    else this.#lead();
  }

  #leave() {
    this.#stay?.abort();
    this.#environment.clearTimeout(this.#timer);
    this.#channel?.close();
    this.#channel = undefined;
    this.#isLeader = false;
  }

  #return() {
    this.#say('reconnecting');
    this.#start();
  }

  // One tab holds the lock and streams; the others hear it over the channel, and one of them gets the lock when it goes.
  #share(locks, Channel) {
    const name = `liveworkflows ${this.#url}`;
    const waiting = new AbortController();
    const alone = () => {
      if (this.#isLeader || waiting.signal.aborted) return;
      waiting.abort();
      this.#channel.close();
      this.#channel = undefined;
      this.#lead();
    };
    const hear = (ms) => this.#expect(ms, alone);
    this.#channel = new Channel(name);
    this.#channel.onmessage = ({ data: { after, events, state, lost, id } }) => {
      if (after !== undefined) {
        if (this.#isLeader) this.#answer(after);
      } else if (lost !== undefined) {
        if (lost === this.lastSeq) alone();
      } else {
        // The last words of the one before may come after its lock.
        if (!this.#isLeader) {
          hear(this.#options.silenceMs);
          this.#say(state);
        }
        this.#lastId = id;
        if (!events.every((event) => this.#take(event)) && !this.#isLeader) this.#channel.postMessage({ after: this.lastSeq });
        this.#news = [];
        this.#endIfEnded();
      }
    };
    this.#stay.signal.addEventListener('abort', () => waiting.abort(), { once: true });
    hear(this.#options.openMs);
    this.#channel.postMessage({ after: this.lastSeq });
    const lead = () => {
      if (waiting.signal.aborted) return undefined;
      this.#isLeader = true;
      return this.#lead();
    };
    locks.request(name, { signal: waiting.signal }, lead).catch(alone);
  }

  #answer(after) {
    const oldest = this.#history[0]?.seq ?? this.lastSeq + 1;
    if (after < oldest - 1) this.#channel.postMessage({ lost: after });
    else this.#channel.postMessage({ state: this.connection, events: this.#history.filter(({ seq }) => seq > after), id: this.#lastId });
  }

  #tell() {
    if (this.#isLeader) this.#channel?.postMessage({ state: this.connection, events: this.#news, id: this.#lastId });
    this.#news = [];
    this.#endIfEnded();
  }

  async #lead() {
    const { signal } = this.#stay;
    for (let polls = 0; !signal.aborted;) {
      let pauseMs;
      try {
        if (this.#barren < 2) {
          await this.#stream();
          pauseMs = this.#retryMs;
        } else {
          await this.#poll();
          pauseMs = this.#options.pollMs;
          // A proxy may have been mended meanwhile.
          if (++polls % 10 === 0) this.#barren = 1;
        }
        this.#failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        // Only the stream's own answer is final; where asking fails, streaming is tried again.
        if (this.#barren >= 2 && !error.isBarren) this.#barren = 0;
        else if (error.status >= 400 && error.status < 500 && ![408, 425, 429].includes(error.status)) return this.#finish({ error });
        this.#say('reconnecting', error);
        pauseMs = Math.max(error.retryAfterMs ?? 0, Math.min(this.#options.longestPauseMs, 500 * 2 ** this.#failures++));
      }
      if (signal.aborted) return;
      if (this.connection === 'live') this.#say('reconnecting');
      this.#tell();
      await this.#pause(pauseMs * (1 + Math.random() / 4));
    }
  }

  async #stream() {
    const { signal } = this.#stay;
    const { openMs, silenceMs } = this.#options;
    const url = new URL(this.#url);
    if (this.#lastId || this.lastSeq) url.searchParams.set('last_event_id', this.#lastId || this.lastSeq);
    let heard = false;
    const response = await this.#get(url, 'text/event-stream', openMs, async (answer, expect) => {
      if (!answer.body || !answer.headers.get('content-type')?.startsWith('text/event-stream')) return;
      const reader = answer.body.getReader();
      const decoder = new TextDecoder();
      const parse = createSseParser(({ event = 'message', data, id }) => this.#frame({ ...JSON.parse(data), event }, id), (ms) => { this.#retryMs = ms; });
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        expect(silenceMs);
        if (!heard) this.#say('live');
        heard = true;
        this.#barren = 0;
        parse(decoder.decode(piece.value, { stream: true }));
        this.#tell();
        if (signal.aborted) return;
      }
    }).catch((error) => {
      // No byte in all that time although the server sends some at once: something on the way holds them back.
      if (!heard && error.isSilence) this.#block();
      throw error;
    });
    if (response.status !== 204 && !heard) this.#block();
    if (response.status === 204 || this.#last) this.#reason ??= ends[this.#last?.event] ?? 'ended';
    this.#endIfEnded();
  }

  #block() {
    this.#barren++;
    const error = new WorkflowError({ title: 'Something on the way does not let streams pass.', code: 'stream_blocked', retryable: true });
    throw Object.assign(error, { isBarren: true });
  }

  async #poll() {
    const url = new URL(this.#options.pollUrl ?? this.#url.pathname.replace(/\/sse\/[^/]+\/([^/]+)$/, '/workflows/$1/logs'), this.#url);
    for (const [name, value] of this.#url.searchParams) url.searchParams.set(name, value);
    url.searchParams.set('format', 'jsonl');
    url.searchParams.set('after_seq', this.lastSeq);
    await this.#get(url, 'application/x-ndjson', this.#options.openMs, async (answer) => {
      for (const line of (await answer.text()).split('\n')) if (line) this.#frame(JSON.parse(line));
    });
    this.#say('polling');
    if (this.#last) this.#reason ??= ends[this.#last.event];
    this.#tell();
  }

  /** Asks, hands a good answer to `read`, and gives up when nothing is heard for so long. */
  async #get(url, accept, patienceMs, read) {
    const { signal } = this.#stay;
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    let isSilence = false;
    const expect = (ms) => this.#expect(ms, () => {
      isSilence = true;
      stop();
    });
    signal.addEventListener('abort', stop);
    expect(patienceMs);
    try {
      const headers = { Accept: accept, ...(this.#options.ticket && { Authorization: `Bearer ${this.#options.ticket}` }) };
      const answer = await this.#environment.fetch(url, { headers, signal: attempt.signal, cache: 'no-store', credentials: this.#options.credentials ?? 'same-origin' });
      if (!answer.ok) {
        const wait = Number(answer.headers.get('retry-after')) * 1000 || undefined;
        throw new WorkflowError({ retryable: answer.status >= 500, retry_after_ms: wait, ...(await answer.json().catch(() => {})), status: answer.status });
      }
      await read(answer, expect);
      return answer;
    } catch (error) {
      throw error instanceof WorkflowError ? error : Object.assign(new WorkflowError({ detail: error.message, retryable: true }), { isSilence });
    } finally {
      signal.removeEventListener('abort', stop);
      // The timer of one that was left may be another's by now.
      if (!signal.aborted) this.#environment.clearTimeout(this.#timer);
      stop();
    }
  }

  #frame(event, id) {
    // An id that is no workflow's number is the cursor of a feed: to go on by, and not to compare.
    if (id !== undefined && id !== String(event.seq)) this.#lastId = id;
    if (!this.#take(event)) throw new Error('An event is missing.');
  }

  /** Passes an event on, once and in order; false when one before it is missing. */
  #take(event) {
    const { seq } = event;
    if (this.#isOver || (seq !== undefined && seq <= this.lastSeq && !this.#lastId)) return true;
    if (event.event === 'resync') {
      this.lastSeq = Math.max(this.lastSeq, event.oldest_seq - 1);
      this.#history = [];
      this.#snapshot(event);
    }
    if (seq === undefined || this.#lastId) {
      if (event.event === 'stream_end') this.#reason ??= event.reason;
    } else {
      if (seq !== this.lastSeq + 1) return false;
      this.lastSeq = seq;
      this.#failures = 0;
      if (event.event in ends) this.#last = event;
      if (this.#channel && this.#history.push(event) > this.#options.keptEvents) this.#history.shift();
    }
    this.#dispatch(event);
    return true;
  }

  #dispatch(event) {
    this.#news.push(event);
    this.dispatchEvent(new CustomEvent(event.event, { detail: event }));
    this.dispatchEvent(new CustomEvent('*', { detail: event }));
    for (const reader of this.#readers) {
      reader.events.push(event);
      reader.wake();
    }
  }

  // The history before is gone: the summary tells what it came to.
  #snapshot({ snapshot_url }) {
    if (!this.#options.onSnapshot || !snapshot_url) return;
    const headers = this.#options.ticket ? { Authorization: `Bearer ${this.#options.ticket}` } : {};
    this.#environment.fetch(new URL(snapshot_url, this.#url), { headers, signal: this.#stop.signal })
      .then((answer) => answer.json()).then((summary) => this.#options.onSnapshot(summary)).catch(() => {});
  }

  #say(connection, error) {
    if (this.connection === connection || !connection) return;
    this.connection = connection;
    this.#options.onConnection?.(connection, error);
  }

  #expect(ms, then) {
    this.#environment.clearTimeout(this.#timer);
    this.#timer = this.#environment.setTimeout(then, ms);
  }

  #pause(ms) {
    return new Promise((resolve) => {
      const { signal } = this.#stay;
      signal.addEventListener('abort', resolve, { once: true });
      this.#expect(ms, () => {
        signal.removeEventListener('abort', resolve);
        resolve();
      });
    });
  }

  #endIfEnded() {
    if (this.#reason) this.#finish({ reason: this.#reason });
  }

  #finish({ reason, error }) {
    if (this.#isOver) return;
    this.#stop.abort();
    this.#stay?.abort();
    this.#environment.clearTimeout(this.#timer);
    this.#channel?.close();
    this.#say('closed', error);
    if (error) this.#settle.reject(error);
    else this.#settle.resolve({ reason, event: this.#last });
    for (const { wake } of this.#readers) wake();
  }
}
