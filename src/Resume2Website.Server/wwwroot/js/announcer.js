// Speaks to screen readers through a polite live region, no faster than can be listened to; the newest word wins.

const pauseMs = 1500;

export function createAnnouncer(region) {
  let waiting = '';
  let timer = 0;

  const speak = () => {
    timer = 0;
    if (!waiting) return;
    region.textContent = waiting;
    waiting = '';
    timer = setTimeout(speak, pauseMs);
  };

  return (words) => {
    if (!words) return;
    waiting = words;
    if (timer === 0) speak();
  };
}
