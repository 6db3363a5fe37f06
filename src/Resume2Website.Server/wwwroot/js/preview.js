// The finished site, looked at as on a phone or on a desk. It is somebody's document: sandboxed, without scripts and without this page's origin.

import { byId, element } from './dom.js';

const desktopWidth = 1280;
const phoneWidth = 390;

const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

export function createPreview() {
  const body = byId('stage-body');
  const devices = byId('devices');
  let frame = null;

  const fit = () => {
    if (!frame) return;
    const device = devices.querySelector(':checked').value;
    const { clientWidth, clientHeight } = body;
    const width = device === 'phone' ? Math.min(phoneWidth, clientWidth) : desktopWidth;
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
    clear() {
      frame?.remove();
      frame = null;
      devices.hidden = true;
      delete body.dataset.device;
    },
  };
}
