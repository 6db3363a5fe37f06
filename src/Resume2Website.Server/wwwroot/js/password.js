// Asks for the password of a protected file, where a run ended for want of it.

import { element } from './dom.js';

export const passwordCodes = new Set(['file_encrypted', 'password_wrong']);

/** `isRefused` when one was given that did not open it; the page's heading says so. */
export function passwordForm(onPassword, { isRefused = false } = {}) {
  const refused = isRefused ? { 'aria-invalid': 'true', 'aria-describedby': 'headline' } : {};
  const input = element('input', { id: 'password', type: 'password', autocomplete: 'off', required: true, ...refused });
  const form = element('form', { class: 'password' },
    element('label', { for: 'password' }, 'Password of the file'), input,
    element('button', { class: 'button' }, 'Open it'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onPassword(input.value);
  });
  return form;
}
