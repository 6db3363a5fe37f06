// The calls the page makes. Every failure is a ProblemError with words for people.

export class ProblemError extends Error {
  constructor(problem) {
    super(problem.title);
    this.problem = problem;
  }
}

const base = '/api/v1/cv';

export const jobUrl = (jobId) => `${base}/${encodeURIComponent(jobId)}`;
export const streamUrl = (jobId) => `/api/v1/sse/cv-processing/${encodeURIComponent(jobId)}`;

export const listJobs = () => call(base);
export const getLimits = () => call('/api/v1/limits');
export const getJob = (jobId) => call(jobUrl(jobId));
export const getLines = (jobId) => call(`${jobUrl(jobId)}/lines`);
export const deleteJob = (jobId) => call(jobUrl(jobId), { method: 'DELETE' });
export const retryJob = (jobId, request = {}) => call(`${jobUrl(jobId)}/retry`, {
  method: 'POST', body: JSON.stringify(request), headers: { 'Content-Type': 'application/json' },
});

/** The résumé with the tag of its version, which a change has to name: `{tag, view}`. */
export const getResume = (jobId) => tagged(`${jobUrl(jobId)}/resume.json`);
export const saveResume = (jobId, resume, tag) => tagged(`${jobUrl(jobId)}/resume`, {
  method: 'PUT', body: JSON.stringify(resume), headers: { 'Content-Type': 'application/json', 'If-Match': tag },
});

/** The design with the tag of its version, which a change has to name: `{tag, view}`. */
export const getDesign = (jobId) => tagged(`${jobUrl(jobId)}/design`);
export const saveDesign = (jobId, design, tag) => tagged(`${jobUrl(jobId)}/design`, {
  method: 'PUT', body: JSON.stringify(design), headers: { 'Content-Type': 'application/json', 'If-Match': tag },
});

/** Asks for the site as another template would show it; what comes is for a frame to show. */
export const getLook = (url) => ask(url);

/** Whether a download can be had; nothing is fetched. */
export const isThere = async (url) => {
  try {
    return (await fetch(url, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
};

export const getPublication = (jobId) => call(`${jobUrl(jobId)}/publication`);
export const publish = (jobId, slug) => post(jobId, 'publish', { slug });
export const unpublish = (jobId) => post(jobId, 'unpublish', {});
export const rollBack = (jobId, version) => post(jobId, 'rollback', { version });

/** Sends a file, or photos of one CV. XMLHttpRequest, because fetch does not tell how much has been sent. */
export function upload(files, { idempotencyKey, llm = null, onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', base);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', idempotencyKey);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress({ loaded, total }));
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      if (request.status === 202 && body?.job_id) resolve(body);
      else reject(new ProblemError(problemOf(request.status, body, request.getResponseHeader('Retry-After'))));
    });
    request.addEventListener('error', () => reject(new ProblemError(unreachable)));
    request.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => request.abort(), { once: true });

    const form = new FormData();
    for (const file of files) form.append('file', file, file.name);
    if (llm) {
      form.append('llm', 'true');
      form.append('llm_engine', llm); // What was shown: consent to it is none to another.
    }
    request.send(form);
  });
}

/** A key that names one upload, so that sending it again is safe. `randomUUID` is missing on plain http beyond localhost. */
export function newIdempotencyKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const post = (jobId, action, body) => call(`${jobUrl(jobId)}/${action}`, {
  method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' },
});

const call = async (url, options) => (await ask(url, options)).body;

async function tagged(url, options) {
  const { body, response } = await ask(url, options);
  return { tag: response.headers.get('ETag'), view: body };
}

async function ask(url, options = {}) {
  let response;
  try {
    response = await fetch(url, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  } catch {
    throw new ProblemError(unreachable);
  }
  const body = parse(await response.text());
  if (!response.ok) throw new ProblemError(problemOf(response.status, body, response.headers.get('Retry-After')));
  return { body, response };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(status, body, retryAfter) {
  if (body?.title) return { status, ...body, message: body.detail ?? '' };
  const wait = Number(retryAfter);
  if (status === 429 && wait > 0) return { ...answers[429], status, message: `Try again in ${wait} seconds.`, retry_after_ms: wait * 1000 };
  return { status, ...(answers[status] ?? { title: 'The server could not do this', message: 'Try again in a moment.', retryable: true }) };
}

// What an answer without an explanation of its own means, such as one from a proxy.
const answers = {
  404: { title: 'There is nothing here', message: 'It may have been deleted, or it belongs to another browser.' },
  413: { title: 'The file is too large', message: 'Export it with smaller pictures, then try again.' },
  429: { title: 'That was too much at once', message: 'Try again in a minute.', retryable: true },
  503: { title: 'The server is busy', message: 'Try again in a moment.', retryable: true },
};

const unreachable = {
  status: 0,
  code: 'unreachable',
  title: 'The server cannot be reached',
  message: 'Check that it is running and that you are connected. A very large file can also be the reason.',
  retryable: true,
};
