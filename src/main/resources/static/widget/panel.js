/** The window of the conversation: shows what the room says, and does what the visitor asks. */
import { Leaving } from './leaving.js';
import { bubble, card, h, icon, sayForm } from './parts.js';
import { status } from './status.js';

export class Panel {
  #room; #labels; #language;

  constructor(room, labels, language, close) {
    [this.#room, this.#labels, this.#language] = [room, labels, language];
    const button = (key, style, click) => h('button', { type: 'button', class: style, click: () => this.#try(click) }, labels[key]);
    this.advisor = button('advisor', 'primary', () => this.#advisor());
    this.later = button('later', 'quiet', () => this.#leaving());
    this.ending = button('end', 'quiet', () => room.end());
    this.again = button('again', 'primary', () => this.#again());
    this.log = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': labels.log, tabindex: 0 });
    this.cards = h('div', { class: 'cards', role: 'group', 'aria-label': labels.suggestions });
    this.status = h('p', { class: 'status', role: 'status' });
    this.leave = new Leaving(labels, (given) => this.#try(() => this.#leaveMessage(given)), () => this.#stay());
    this.form = sayForm(labels, () => this.#try(() => this.#say()));
    this.box = this.form.elements.text;
    this.element = h('section', { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: true, id: 'panel' },
      h('header', {}, h('div', {}, h('h2', { id: 'title' }, labels.title), h('p', {}, labels.subtitle)),
        h('button', { type: 'button', class: 'icon-button', 'aria-label': labels.close, click: close }, icon('close'))),
      this.status, this.log, this.leave.element,
      h('div', { class: 'actions' }, this.advisor, this.later, this.ending, this.again), this.form);
    const heard = { line: (line) => this.#line(line), room: () => this.show(), connection: () => this.show(), forgotten: () => this.#again(), refused: (why) => this.#refused(why) };
    Object.entries(heard).forEach(([type, act]) => room.addEventListener(type, ({ detail }) => act(detail)));
    this.#welcome();
    this.show();
  }

  /** Paints what the room's state allows. */
  show() {
    const [{ state }, leaving] = [this.#room, this.leave.open];
    status(this.status, this.#room, this.#labels, this.left);
    this.advisor.hidden = leaving || state !== 'guided';
    this.later.hidden = leaving || !['guided', 'waiting'].includes(state);
    this.ending.hidden = leaving || state !== 'talking';
    this.again.hidden = state !== 'closed';
    this.form.hidden = leaving || state === 'closed';
    if (state !== 'guided') this.cards.remove();
  }

  #welcome() { this.log.replaceChildren(h('div', { class: 'line center' }, h('p', {}, this.#labels.welcome))); }

  #line(line) {
    this.log.querySelector(`[data-client="${CSS.escape(line.clientId)}"]`)?.remove();
    this.log.append(bubble(line, this.#labels, this.#language));
    this.log.scrollTop = this.log.scrollHeight;
    if (line.from === 'visitor' && line.number && this.#room.state === 'guided') this.#try(() => this.#suggest());
  }

  async #suggest() {
    const found = await this.#room.suggestions();
    const { suggestions, nothing } = this.#labels;
    this.cards.replaceChildren(h('p', { class: 'caption' }, found.length ? suggestions : nothing), ...found.map((one) => card(one, this.#labels)));
    const question = [...this.log.querySelectorAll('.visitor')].at(-1);
    this.log.append(this.cards);
    this.log.scrollTop = question.offsetTop - this.log.offsetTop - 12;
  }

  async #say() {
    const text = this.box.value.trim();
    if (text) await this.#room.say(text);
    this.box.value = '';
  }

  async #advisor() {
    await this.#room.advisor();
    if (this.#room.state === 'guided') this.#leaving(this.#labels.nobody);
  }

  #leaving(why) { this.leave.show(why); this.show(); }
  #stay() { this.leave.hide(); this.show(); this.box.focus(); }

  async #leaveMessage(given) {
    this.left = true;
    try { await this.#room.leave(given); } catch (problem) { this.left = false; throw problem; }
    this.leave.hide();
    this.show();
    this.again.focus();
  }

  #again() {
    this.left = false;
    this.#room.forget();
    this.#welcome();
    this.#stay();
  }

  async #try(action) {
    try { await action(); } catch (problem) { this.#refused(problem); }
  }

  #refused(problem) {
    const text = problem.detail ?? (navigator.onLine ? this.#labels.refused : this.#labels.lost);
    if (this.leave.open) this.leave.refuse(text); else this.status.textContent = text;
  }
}
