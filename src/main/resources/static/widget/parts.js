/** The pieces the widget is drawn with. Text only ever becomes text, never markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

const ICONS = {
  chat: 'M4 5h16v11H9l-5 4V5Z',
  close: 'm6 6 12 12M18 6 6 18',
  send: 'm4 12 16-8-6 16-3-6.5L4 12Z',
};

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  svg.classList.add('icon', name);
  return svg;
}

/** Words with their addresses as links. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 ? h('a', { href: part, target: '_blank', rel: 'noopener', dir: 'ltr' }, part) : part);
}

/** Words laid out by the center: each line and each run in it says its direction. */
const said = (lines) => lines.map(({ dir, pieces }) => h('span', { dir: dir || undefined }, ...runs(pieces)));

const runs = (pieces) => pieces.map((piece) => piece.dir
  ? h('bdi', { dir: piece.dir, class: piece.whole && 'number' }, ...(piece.within ? runs(piece.within) : linked(piece.text)))
  : piece.text);

export function bubble(line, labels, language) {
  const author = line.author ?? (line.from === 'visitor' ? labels.you : labels.center);
  const time = new Intl.DateTimeFormat(`${language}-MA`, { hour: '2-digit', minute: '2-digit' }).format(new Date(line.at));
  return h('div', { class: `line ${line.from}${line.number ? '' : ' pending'}`, 'data-client': line.clientId },
    h('span', { class: 'author' }, h('bdi', {}, author)),
    h('p', {}, ...(line.said ? said(line.said) : [h('span', { dir: 'auto' }, line.text)])),
    h('time', { datetime: line.at }, line.number ? time : labels.sending));
}

export function card(suggestion, labels) {
  return h('a', { class: 'card', href: suggestion.link, target: '_blank', rel: 'noopener' },
    h('strong', {}, ...said(suggestion.title)),
    h('span', { class: 'passage' }, ...said(suggestion.passage)),
    h('span', { class: 'read' }, labels.read));
}

export function sayForm(labels, send) {
  const form = h('form', { class: 'say', submit: (event) => { event.preventDefault(); send(); } },
    h('textarea', { name: 'text', rows: 1, maxlength: 2000, dir: 'auto', 'aria-label': labels.write, placeholder: labels.placeholder, enterkeyhint: 'send' }),
    h('button', { class: 'primary round', 'aria-label': labels.send }, icon('send')));
  form.elements.text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
  });
  return form;
}
