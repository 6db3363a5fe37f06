// "Delete everything", asked once and then done.

import { ProblemError, deleteJob } from './api.js';
import { byId } from './dom.js';
import { clearProblem, showProblem } from './problem.js';

export function createDeletion({ jobId, onDeleted }) {
  const dialog = byId('delete-dialog');
  const problem = byId('delete-problem');
  const yes = byId('delete-yes');

  byId('delete').addEventListener('click', () => {
    clearProblem(problem);
    dialog.showModal();
  });

  yes.addEventListener('click', async () => {
    yes.disabled = true;
    try {
      await deleteJob(jobId());
      dialog.close();
      onDeleted();
    } catch (error) {
      showProblem(problem, error instanceof ProblemError ? error.problem : { title: 'It could not be deleted', message: 'Try again in a moment.' });
    } finally {
      yes.disabled = false;
    }
  });
}
