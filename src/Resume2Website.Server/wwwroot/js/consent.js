// Asks whether a language model may read the CV. Nothing is sent to it unless the box is ticked, for each CV anew.

import { getLimits } from './api.js';
import { byId, setText } from './dom.js';

const here = 'Your CV is read on this machine and sent nowhere else';

export function createConsent() {
  const box = byId('llm-consent');
  let offer = null;

  const tell = () => setText(byId('privacy-reading'), box.checked ? agreed(offer) : here);

  box.addEventListener('change', tell);
  return {
    /** The engine that was shown and agreed to; null when there is none, or nobody agreed. */
    get engine() {
      return offer !== null && box.checked ? offer.engine : null;
    },
    async show() {
      box.checked = false;
      tell();
      try {
        offer = (await getLimits()).llm ?? null;
      } catch {
        offer = null; // Without an answer nobody is asked, and the CV stays here.
      }
      byId('llm').hidden = offer === null;
      if (offer) setText(byId('llm-question'), question(offer));
    },
  };
}

const question = ({ host, model, is_local: isLocal }) => (isLocal
  ? `Let the language model on this machine (${model} at ${host}) read my CV too`
  : `Send the text of my CV to the language model ${model} at ${host}, which often understands unusual layouts better`);

const agreed = ({ host, model, is_local: isLocal }) => (isLocal
  ? `Your CV is read on this machine, by its language model (${model} at ${host}) too`
  : `The text of your CV is sent to ${host}, and read there by ${model} and on this machine`);
