// The visitor's own earlier jobs.

import { listJobs } from './api.js';
import { byId, element, reconcile } from './dom.js';

const statusWords = {
  queued: 'Waiting',
  waiting: 'Waiting',
  running: 'In progress',
  completed: 'Ready',
  failed: 'Did not work',
  abandoned: 'Did not work',
  cancelled: 'Stopped',
};

const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export async function showEarlier() {
  let jobs = [];
  try {
    jobs = jobsOf(await listJobs());
  } catch {
    // The list is a convenience: without it the page still takes a CV.
  }
  reconcile(byId('earlier-list'), jobs, {
    key: (job) => job.job_id,
    create: (job) => element('li', {},
      element('a', { href: `/cv/${encodeURIComponent(job.job_id)}` }, element('span', { class: 'earlier-name' }), element('span', { class: 'earlier-when' })),
      element('span', { class: 'earlier-status' })),
    update: (item, job) => {
      item.querySelector('.earlier-name').textContent = job.file_name ?? 'A CV';
      item.querySelector('.earlier-when').textContent = job.created_at ? when.format(new Date(job.created_at)) : '';
      item.querySelector('.earlier-status').textContent = statusWords[job.status] ?? job.status;
      item.dataset.status = job.status;
    },
  });
  byId('earlier').hidden = jobs.length === 0;
}

const jobsOf = (answer) => (Array.isArray(answer) ? answer : answer?.jobs ?? []);
