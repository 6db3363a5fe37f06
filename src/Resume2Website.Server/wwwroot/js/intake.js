// The first page: takes a file by choosing, dropping or pasting, sends it, and lists what came before.

import { ProblemError, newIdempotencyKey, upload } from './api.js';
import { showAccepted } from './accepted.js';
import { createConsent } from './consent.js';
import { button, byId, setText } from './dom.js';
import { showEarlier } from './earlier.js';
import { clearProblem, showProblem } from './problem.js';
import { bytes } from './words.js';

const pictures = /\.(jpe?g|png|webp|tiff?)$/i;

// Shorter than this, pasted text is a word or a link, not a CV.
const shortestPaste = 200;

export function createIntake({ onAccepted, announce }) {
  const view = byId('intake');
  const input = byId('file');
  const problem = byId('intake-problem');
  const consent = createConsent();
  let sending = null;

  const isActive = () => !view.hidden && sending === null;

  const take = async (files, idempotencyKey = newIdempotencyKey()) => {
    if (!isActive()) return;
    sending = new AbortController();
    clearProblem(problem);
    const name = files.length === 1 ? files[0].name : `${files.length} photos`;
    showSending(name, files.reduce((sum, file) => sum + file.size, 0));
    announce(`Sending ${name}`);
    try {
      const job = await upload(files, { idempotencyKey, llm: consent.engine, signal: sending.signal, onProgress: showSent });
      settle();
      onAccepted(job, name);
    } catch (error) {
      settle();
      input.focus({ preventScroll: true });
      if (error.name !== 'AbortError') showFailure(error, () => take(files, idempotencyKey));
    }
  };

  const settle = () => {
    sending = null;
    input.value = '';
    showIdle();
  };

  // Several files are one CV when they are photos of its pages, in the order of their names: that is the order in which they were taken.
  const takeAll = (list) => {
    const files = [...list];
    if (files.length === 1 || (files.length > 1 && files.every((file) => pictures.test(file.name)))) {
      take(files.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })));
    } else if (files.length > 1) {
      showProblem(problem, { title: 'One CV at a time', message: 'Choose the single file that holds your CV, or photos of all its pages.' });
    }
  };

  const showFailure = (error, again) => {
    const what = error instanceof ProblemError ? error.problem : { title: 'The file could not be sent', message: 'Try it once more.' };
    showProblem(problem, what, ...(what.retryable ? [button('Try again', again)] : []));
    if (what.code === 'llm_engine_changed') consent.show();
  };

  input.addEventListener('change', () => takeAll(input.files));
  byId('sending-stop').addEventListener('click', () => sending?.abort());
  byId('sample').addEventListener('click', async () => {
    const sample = await fetch('/sample-cv.txt');
    take([new File([await sample.blob()], 'sample-cv.txt', { type: 'text/plain' })]);
  });
  takeDrops({ isActive, takeAll });
  document.addEventListener('paste', (event) => {
    if (!isActive()) return;
    const { files } = event.clipboardData;
    const text = event.clipboardData.getData('text/plain');
    if (files.length > 0) takeAll(files);
    else if (text.trim().length >= shortestPaste) take([new File([text], 'pasted-cv.txt', { type: 'text/plain' })]);
    else if (text) showProblem(problem, { title: 'That is too short for a CV', message: 'Paste the whole text of your CV, or choose its file.' });
  });

  return {
    show() {
      clearProblem(problem);
      showIdle();
      showAccepted();
      consent.show();
      showEarlier();
    },
    hide: () => sending?.abort(),
  };
}

function takeDrops({ isActive, takeAll }) {
  let depth = 0;
  const mark = () => document.body.classList.toggle('dragging', depth > 0);
  const holdsFiles = (event) => event.dataTransfer?.types.includes('Files');

  // A file dropped anywhere must never make the browser leave the page.
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = isActive() ? 'copy' : 'none';
  });
  document.addEventListener('dragenter', (event) => {
    if (!holdsFiles(event) || !isActive()) return;
    depth += 1;
    mark();
  });
  document.addEventListener('dragleave', (event) => {
    if (!holdsFiles(event) || depth === 0) return;
    depth -= 1;
    mark();
  });
  document.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    mark();
    if (isActive()) takeAll(event.dataTransfer.files);
  });
}

function showIdle() {
  byId('drop-idle').hidden = false;
  byId('drop-sending').hidden = true;
}

function showSending(name, size) {
  byId('drop-idle').hidden = true;
  byId('drop-sending').hidden = false;
  byId('sending-bar').removeAttribute('value');
  setText(byId('sending-name'), name);
  setText(byId('sending-amount'), bytes(size));
  byId('sending-stop').focus({ preventScroll: true });
}

function showSent({ loaded, total }) {
  byId('sending-bar').value = total === 0 ? 0 : (loaded / total) * 100;
  setText(byId('sending-amount'), loaded < total ? `${bytes(loaded)} of ${bytes(total)}` : 'Sent. Waiting for the server to accept it.');
}
