// The finished site, looked at as on a phone or on a desk. It is somebody's document: sandboxed, without scripts and without this page's origin.

import { byId, element } from './dom.js';

const phoneWidth = 390;

/** The width of each device in CSS pixels; paper is A4. */
const widths = { phone: phoneWidth, desktop: 1280, paper: 794 };

const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

export function createPreview() {
  const body = byId('stage-body');
  const devices = byId('devices');
  let frame = null;

  const fit = () => {
    if (!frame) return;
    const device = devices.querySelector(':checked').value;
    const { clientWidth, clientHeight } = body;
    const width = device === 'phone' ? Math.min(phoneWidth, clientWidth) : widths[device];
    const scale = Math.min(1, clientWidth / width);
    body.dataset.device = device;
    frame.style.width = `${width}px`;
    frame.style.height = `${clientHeight / scale}px`;
    frame.style.setProperty('--scale', scale);
  };

  devices.addEventListener('change', fit);
  new ResizeObserver(fit).observe(body);

  return {
    show(url) {
      if (frame?.getAttribute('src') === url) return;
      this.clear();
      frame = element('iframe', { class: 'site', src: url, title: 'Preview of the website', sandbox, referrerpolicy: 'no-referrer' });
      const narrow = body.clientWidth < 2 * phoneWidth * 0.8;
      devices.querySelector(`[value=${narrow ? 'phone' : 'desktop'}]`).checked = true;
      devices.hidden = false;
      body.append(frame);
      fit();
    },
    /** Looks again at the same address, after the site was changed. The old view stays until the new one is there; a frame of its own leaves no trace in the browser's history. */
    refresh() {
      if (!frame) return;
      body.querySelector('.arriving')?.remove();
      const next = frame.cloneNode();
      next.classList.add('arriving');
      next.addEventListener('load', () => {
        if (!next.isConnected) return;
        frame.remove();
        frame = next;
        frame.classList.remove('arriving');
        fit();
      }, { once: true });
      body.append(next);
    },
    clear() {
      body.querySelector('.arriving')?.remove();
      frame?.remove();
      frame = null;
      devices.hidden = true;
      delete body.dataset.device;
    },
  };
}
