/** The form by which a visitor leaves his question and where he is answered. */
import { h } from './parts.js';

function field(name, label, attributes) {
  return h('label', {}, h('span', {}, label), h('input', { name, ...attributes }));
}

export class Leaving {
  #why = h('p', { class: 'why', role: 'status' });
  #wrong = h('p', { class: 'error', role: 'alert' });

  constructor(labels, send, back) {
    this.element = h('form', { class: 'leave', hidden: true, novalidate: true },
      this.#why,
      field('name', labels.name, { autocomplete: 'name', maxlength: 120, dir: 'auto' }),
      field('email', labels.email, { type: 'email', autocomplete: 'email', maxlength: 254, dir: 'ltr' }),
      field('phone', labels.phone, { type: 'tel', autocomplete: 'tel', maxlength: 30, dir: 'ltr' }),
      h('p', { class: 'hint' }, labels['one-needed']),
      this.#wrong,
      h('div', { class: 'row' },
        h('button', { class: 'primary' }, labels.leave),
        h('button', { type: 'button', class: 'quiet', click: back }, labels.back)));
    this.element.addEventListener('submit', (event) => { event.preventDefault(); send(this.#given()); });
  }

  get open() { return !this.element.hidden; }

  show(why = '') {
    this.element.hidden = false;
    this.#why.textContent = why;
    this.#wrong.textContent = '';
    this.element.elements.email.focus();
  }

  hide() { this.element.hidden = true; }

  refuse(text) { this.#wrong.textContent = text; }

  #given() {
    return Object.fromEntries([...new FormData(this.element)].filter(([, value]) => value.trim()));
  }
}
