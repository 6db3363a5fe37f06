// The panel "Publish": an address, what was checked, and the versions.

import { getJob, getPublication, publish, rollBack, unpublish } from './api.js';
import { slugOf, waitBefore } from './design.js';
import { button, byId, element, reconcile, setText } from './dom.js';
import { clearProblem, markRefused, showProblem, unmarkRefused } from './problem.js';

const pauseMs = 600;

export function createPublishing({ announce }) {
  const panel = byId('publish');
  const problemPlace = byId('publish-problem');
  const slug = byId('slug');
  let jobId = null;
  let timer = 0;

  /** Shows what a job publishes, once. */
  const show = async (id) => {
    if (jobId === id) return;
    clear();
    jobId = id;
    try {
      const [view, job] = await Promise.all([getPublication(id), getJob(id)]);
      if (jobId !== id) return;
      slug.value = view.slug ?? slugOf(job.resume?.basics?.name ?? '');
      render(view);
      panel.hidden = false;
    } catch ({ problem }) {
      // The site stands without being published; the next look asks again.
      if (jobId !== id) return;
      jobId = null;
      const wait = waitBefore(problem);
      if (wait !== null) timer = setTimeout(show, wait, id);
    }
  };

  /** Looks again, when whoever changes the site has stopped for a moment. */
  const refresh = (pause = pauseMs) => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const id = jobId;
      if (id === null || panel.hidden) return;
      try {
        const view = await getPublication(id);
        if (jobId === id) render(view);
      } catch ({ problem }) {
        // What is shown is a moment old; publishing itself looks again.
        const wait = waitBefore(problem);
        if (jobId === id && wait !== null) refresh(wait);
      }
    }, pause);
  };

  const clear = () => {
    clearTimeout(timer);
    jobId = null;
    panel.hidden = true;
    slug.value = '';
    forgive();
  };

  const forgive = () => {
    clearProblem(problemPlace);
    unmarkRefused(slug, problemPlace);
  };

  const act = async (work, words) => {
    const id = jobId;
    const buttons = panel.querySelectorAll('button');
    const focused = document.activeElement;
    for (const node of buttons) node.disabled = true;
    forgive();
    try {
      const view = await work(id);
      if (jobId !== id) return;
      render(view);
      announce(words(view));
    } catch ({ problem }) {
      if (jobId !== id) return;
      showProblem(problemPlace, problem ?? { title: 'It did not work', message: 'Try again in a moment.' });
      if (problem?.code?.startsWith('slug_')) markRefused(slug, problemPlace);
    } finally {
      for (const node of buttons) node.disabled = false;
      if (focused?.isConnected && !focused.hidden) focused.focus();
    }
  };

  const render = (view) => {
    setText(byId('publish-state'), stateWords(view));
    setText(byId('slug-prefix'), view.url_prefix);
    setText(byId('publish-go'), !view.is_published ? 'Publish' : view.has_changes ? 'Publish the changes' : 'Publish again');
    byId('publish-go').classList.toggle('primary', !view.is_published || view.has_changes);
    byId('unpublish').hidden = !view.is_published;
    byId('published').hidden = !view.is_published;
    if (view.is_published) {
      byId('public-link').href = view.url;
      setText(byId('public-link'), view.url.replace(/^https?:\/\//, ''));
      byId('qr-download').href = view.qr_url;
      const address = `${view.qr_url}?for=${encodeURIComponent(view.slug)}`;
      if (byId('qr').getAttribute('src') !== address) byId('qr').src = address;
    }
    renderChecklist(view);
    byId('versions-box').hidden = view.versions.length === 0;
    reconcile(byId('versions'), view.versions.map((version) => ({ ...version, key: `${version.version} ${version.is_shown} ${view.is_published}` })), {
      key: ({ key }) => key,
      create: (version) => element('li', { class: 'version' },
        element('span', {}, `${version.version}. `, new Date(version.published_at).toLocaleString(), `, ${version.template}`),
        ...(version.is_shown ? [element('strong', {}, 'shown')] : view.is_published ? [again(version.version)] : [])),
    });
  };

  const again = (version) => {
    const node = button('Show this again', () => act((id) => rollBack(id, version), () => `Version ${version} is shown again`));
    node.classList.add('small');
    // What is read begins with what is seen, so that it can be spoken to.
    node.setAttribute('aria-label', `Show this again: version ${version}`);
    return node;
  };

  const renderChecklist = ({ checklist }) => {
    const open = checklist.filter(({ is_met: isMet }) => !isMet);
    setText(byId('checklist-summary'), open.length === 0 ? `All ${checklist.length} checks passed` : `${open.length} of ${checklist.length} checks need a look`);
    if (open.length > 0) byId('checklist-box').open = true;
    reconcile(byId('checklist'), checklist.map((item) => ({ ...item, key: `${item.gate} ${item.is_met} ${item.findings.join(' ')}` })), {
      key: ({ key }) => key,
      create: (item) => element('li', { class: 'checkpoint', 'data-met': String(item.is_met) },
        element('span', { class: 'visually-hidden' }, item.is_met ? 'Passed: ' : item.is_binding ? 'Must be fixed: ' : 'Worth a look: '),
        element('span', {}, item.sentence),
        ...item.findings.map((finding) => element('span', { class: 'finding-words' }, finding))),
    });
  };

  byId('publish-form').addEventListener('submit', (event) => {
    event.preventDefault();
    act((id) => publish(id, slug.value.trim()), (view) => (view.is_unchanged ? `Already published as it is, at ${view.url}` : `Published at ${view.url}`));
  });
  byId('unpublish').addEventListener('click', () => act(unpublish, () => 'Your website was taken down'));
  byId('publish-delete').addEventListener('click', () => byId('delete').click());

  return { show, refresh, clear };
}

function stateWords(view) {
  if (view.is_published) return view.has_changes ? 'Published, with changes that are not' : 'Published';
  return view.slug ? 'Taken down; the address stays yours' : 'Not published';
}
