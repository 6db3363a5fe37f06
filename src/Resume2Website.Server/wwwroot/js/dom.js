// The little of the DOM that is needed to build and to keep up a view. Text is always text: nothing here parses HTML.

export const byId = (id) => document.getElementById(id);

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') node.className = value;
    else if (value === true) node.setAttribute(key, '');
    else if (value !== false && value !== null) node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

export function button(text, onClick) {
  const node = element('button', { type: 'button', class: 'button' }, text);
  node.addEventListener('click', onClick);
  return node;
}

/** Text, written only when it changed, so that selections and screen readers are left in peace. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Brings a list in line with its items; a child stays the same element as long as its key is there. */
export function reconcile(list, items, { key, create, update }) {
  const known = new Map([...list.children].map((child) => [child.dataset.key, child]));
  items.forEach((item, index) => {
    const name = String(key(item));
    let child = known.get(name);
    known.delete(name);
    if (!child) {
      child = create(item);
      child.dataset.key = name;
    }
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
    update?.(child, item);
  });
  for (const leftover of known.values()) leftover.remove();
}
