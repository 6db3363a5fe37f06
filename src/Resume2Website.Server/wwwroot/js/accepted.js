// Says which files are taken: some kinds need programs that this server may not have.

import { getLimits } from './api.js';
import { byId, setText } from './dom.js';
import { acceptedWords } from './words.js';

export async function showAccepted() {
  try {
    const { formats, max_upload_bytes: most } = await getLimits();
    setText(byId('accepted-kinds'), acceptedWords(formats, most));
    byId('file').accept = formats.flatMap(({ endings }) => endings).join(',');
    byId('file').multiple = formats.some(({ is_picture: isPicture }) => isPicture);
  } catch {
    // The kinds that stand in the page are taken everywhere.
  }
}
