// A server that misbehaves as the tests say, and a clock that they move.

import { once } from 'node:events';
import { createServer } from 'node:http';

/** Answers the nth request by the nth handler, and every later one by the last. */
export async function serve(...handlers) {
  const requests = [];
  const waiting = [];
  const server = createServer((request, response) => {
    const number = requests.push(request);
    request.query = new URL(request.url, 'http://host').searchParams;
    waiting.splice(0).forEach((wake) => wake());
    handlers[Math.min(number, handlers.length) - 1](response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    requests,
    url: `http://127.0.0.1:${server.address().port}/api/v1/sse/workflows/one`,
    async asked(count) {
      while (requests.length < count) await new Promise((resolve) => waiting.push(resolve));
      return requests[count - 1];
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const frame = (event, data, id = data.seq) => `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Log lines by number, and after the last of them the end, when `to` is `ends`. */
export const events = (from, to, ends = false) => {
  let text = '';
  for (let seq = from; seq <= to; seq += 1) text += frame('log', { workflow_id: 'one', seq, message: `line ${seq}` });
  if (ends) text += frame('workflow_complete', { workflow_id: 'one', seq: to + 1, result: {} }) + frame('stream_end', { reason: 'completed' });
  return text;
};

export const stream = (response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write('retry: 1500\n\n');
  return response;
};

export const problem = (response, status, body = {}) => {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ status, ...body }));
};

/** Time that stands still until a test fires what waits. */
export class Clock {
  timers = new Map();
  set = 0;
  #waiting = [];

  setTimeout = (then, ms) => {
    this.set += 1;
    this.timers.set(this.set, { then, ms });
    this.#waiting.splice(0).forEach((wake) => wake());
    return this.set;
  };

  clearTimeout = (timer) => { this.timers.delete(timer); };

  async changed() {
    await new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Waits until a timer of this length is set, and lets it go off. */
  async fire(from, to = from) {
    for (;;) {
      for (const [id, { then, ms }] of this.timers) {
        if (ms < from || ms > to) continue;
        this.timers.delete(id);
        then();
        return ms;
      }
      await this.changed();
    }
  }
}
