// One CV's page: shows what the state says, and nothing else.

import { getJob, isThere, retryJob } from './api.js';
import { createDesign } from './design-view.js';
import { button, byId, element, reconcile, setText } from './dom.js';
import { initialState, isOver, wasRead } from './journey.js';
import { passwordCodes, passwordForm } from './password.js';
import { renderPhases } from './phases.js';
import { createPreview } from './preview.js';
import { clearProblem, showProblem } from './problem.js';
import { createPublishing } from './publish-view.js';
import { createReading } from './reading-view.js';
import { follow } from './stream.js';
import { createTimekeeper } from './timekeeper.js';
import { announcement, confidenceWords, duration, findingsSentence, findingWords, headline, percent, queueWords } from './words.js';

export function createJourney({ announce, onNothing, onAnother }) {
  const preview = createPreview();
  const timekeeper = createTimekeeper();
  const publishing = createPublishing({ announce });
  const onSaved = () => {
    preview.refresh();
    publishing.refresh();
  };
  const design = createDesign({ announce, onSaved });
  const reading = createReading({
    announce,
    onSaved: () => {
      onSaved();
      design.refresh();
    },
  });
  let jobId = null;
  let leave = () => {};

  /** Shows a job. What is not yet `known` of it is asked for first: its newest run is the one to follow. */
  const open = async (id, known) => {
    close();
    jobId = id;
    render(initialState);
    byId('phases-box').open = true;
    const job = known ?? await ask(id);
    if (jobId !== id) return;
    setText(byId('file-name'), job.fileName ?? '');
    watch(id, job.streamUrl);
  };

  const ask = async (id) => {
    try {
      const job = await getJob(id);
      return { fileName: job.file_name, streamUrl: job.stream_url };
    } catch ({ problem }) {
      if (problem?.status === 404 && jobId === id) onNothing();
      // Whatever else it was, the stream finds out, and keeps trying.
      return {};
    }
  };

  const watch = (id, url) => {
    leave = follow(id, {
      url,
      onChange: (state, before) => {
        render(state);
        announce(announcement(before, state));
        if (wasRead(state) && !state.deleted) reading.show(id);
        if (isOver(state)) settle(state);
      },
      onConnection: (connection) => {
        if (connection === 'missing') onNothing();
        const words = connection === 'reconnecting' ? 'The connection is away. Reconnecting; your CV goes on meanwhile.' : '';
        setText(byId('connection'), words);
      },
    });
  };

  const close = () => {
    leave();
    leave = () => {};
    timekeeper.stop();
    preview.clear();
    reading.clear();
    design.clear();
    publishing.clear();
    clearProblem(byId('journey-problem'));
    setText(byId('connection'), '');
    setText(byId('file-name'), '');
    jobId = null;
  };

  const again = async (request) => {
    const fileName = byId('file-name').textContent;
    try {
      const run = await retryJob(jobId, request);
      open(jobId, { streamUrl: run.stream_url, fileName });
    } catch ({ problem }) {
      if (problem) showProblem(byId('journey-problem'), problem, anotherFile());
    }
  };

  const waysOn = (error) => {
    if (passwordCodes.has(error?.code)) return [passwordForm((password) => again({ password }), { isRefused: error.code === 'password_wrong' })];
    return error?.retryable === false ? [] : [button('Try again', () => again())];
  };

  const anotherFile = () => button('Choose another file', onAnother);

  const settle = (state) => {
    if (state.deleted) {
      onNothing(headline(state), 'Its file, its website and its history are gone.');
      return;
    }
    byId('phases-box').open = state.status !== 'completed';
    if (state.status === 'completed') {
      preview.show(state.result.site_url);
      design.show(jobId);
      publishing.show(jobId);
      reading.allowEdits(jobId);
      return;
    }
    const problem = { ...(state.error ?? { message: state.reason ?? 'It was stopped before it was done.' }), title: '' };
    showProblem(byId('journey-problem'), problem, ...waysOn(state.error), anotherFile());
  };

  const render = (state) => {
    byId('journey').dataset.status = state.status;
    setText(byId('headline'), headline(state));
    setText(byId('lead'), leadOf(state));
    document.title = isOver(state) || state.indeterminate ? headline(state) : `${Math.floor(state.percentage)} % · ${headline(state)}`;
    renderOverall(state);
    renderResult(state);
    renderPhases(byId('phases'), state);
    reconcile(byId('warnings'), state.warnings, {
      key: (warning) => `${warning.code} ${warning.message}`,
      create: (warning) => element('li', {}, warning.message),
    });
    reconcile(byId('findings'), state.findings, {
      key: (finding) => finding.section,
      create: () => element('li', {}, element('span', { class: 'finding' }), element('span', { class: 'sure' })),
      update: (item, finding) => {
        setText(item.firstElementChild, findingWords(finding));
        setText(item.lastElementChild, finding.confidence === null ? '' : `${percent(finding.confidence)} sure`);
      },
    });
    setText(byId('stage-title'), state.status === 'completed' ? 'Preview' : 'Found so far');
    byId('gathering').hidden = state.status === 'completed';
    byId('gathering-empty').hidden = state.findings.length > 0 || isOver(state);
    byId('stage').hidden = isOver(state) && state.status !== 'completed' && state.findings.length === 0;
    byId('phases-box').hidden = state.phases.length === 0;
    timekeeper.hear(state);
  };

  return { open, close, get jobId() { return jobId; } };
}

function leadOf(state) {
  if (state.status === 'queued') return queueWords(state.queuePosition);
  if (state.status === 'running' && state.message) return state.message;
  if (state.status !== 'completed') return '';
  const sentence = findingsSentence(state.findings);
  const sure = state.confidence === null ? '' : `${confidenceWords(state.confidence)}.`;
  const pages = state.result.pages > 0 ? ` on ${state.result.pages} ${state.result.pages === 1 ? 'page' : 'pages'}` : '';
  return `${sentence ? `Found ${sentence}${pages}. ` : ''}${sure}`.trim();
}

function renderOverall(state) {
  const over = isOver(state);
  const bar = byId('overall-bar');
  if (state.indeterminate && !over) bar.removeAttribute('value');
  else bar.value = state.percentage;
  setText(byId('overall-number'), state.indeterminate ? '' : `${Math.floor(state.percentage)} %`);
  byId('overall').hidden = over;
  const total = state.durationMs === null ? '' : ` in ${duration(state.durationMs)}`;
  setText(byId('phases-summary'), over ? `${state.steps.length} ${state.steps.length === 1 ? 'step' : 'steps'}${total}` : 'How it goes');
}

function renderResult(state) {
  const done = state.status === 'completed' && !state.deleted;
  byId('result').hidden = !done;
  if (!done) return;
  byId('download-site').href = state.result.download_url;
  byId('open-site').href = state.result.site_url;
  byId('download-resume').href = state.result.resume_url;
  offerPdf(state.result.download_url.replace(/site\.zip$/, 'site.pdf'));
}

// Only where a browser is installed that can print it.
async function offerPdf(url) {
  const link = byId('download-pdf');
  if (link.getAttribute('href') === url) return;
  link.href = url;
  byId('download-pdf-choice').hidden = !(await isThere(url)) || link.getAttribute('href') !== url;
}
