// Which of the views is shown, told by the address: `/` takes a CV, `/cv/{job_id}` follows one.

import { createAnnouncer } from './announcer.js';
import { createDeletion } from './deletion.js';
import { byId, setText } from './dom.js';
import { createIntake } from './intake.js';
import { createJourney } from './journey-view.js';

const announce = createAnnouncer(byId('announcer'));
const views = ['intake', 'journey', 'nothing'].map(byId);

const intake = createIntake({
  announce,
  onAccepted: (job, fileName) => go(`/cv/${encodeURIComponent(job.job_id)}`, { streamUrl: job.stream_url, fileName }),
});
const journey = createJourney({ announce, onNothing: showNothing, onAnother: () => go('/') });
createDeletion({
  jobId: () => journey.jobId,
  onDeleted: () => showNothing('Deleted', 'The file, what was read from it, the website and its history are gone.'),
});

function show(view, heading, { moveFocus }) {
  for (const other of views) other.hidden = other !== view;
  if (view.id !== 'journey') journey.close();
  if (view.id !== 'intake') intake.hide();
  if (moveFocus) byId(heading).focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function showNothing(title = 'There is nothing here', text = 'This CV was deleted, has run out, or belongs to another browser.') {
  setText(byId('nothing-title'), title);
  setText(byId('nothing-text'), text);
  document.title = title;
  show(byId('nothing'), 'nothing-title', { moveFocus: true });
}

function route({ moveFocus = true, known } = {}) {
  const [, jobId] = /^\/cv\/([^/]+)\/?$/.exec(location.pathname) ?? [];
  if (jobId) {
    show(byId('journey'), 'headline', { moveFocus });
    journey.open(decodeURIComponent(jobId), known);
  } else {
    document.title = 'Your CV, as a website';
    show(byId('intake'), 'intake-title', { moveFocus });
    intake.show();
  }
}

/** Goes to one of the addresses, with what is already `known` about the job there. */
function go(path, known) {
  history.pushState(null, '', path);
  route({ known });
}

// Links between the two addresses do not need a new page; everything else is the browser's own business.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !/^\/(cv\/[^/]+)?$/.test(url.pathname) || url.hash) return;
  event.preventDefault();
  go(url.pathname);
});

window.addEventListener('popstate', () => route());
route({ moveFocus: false });
