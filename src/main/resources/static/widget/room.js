/**
 * One visitor's conversation with the center. Lines are numbered: after a cut it asks for those after its last number,
 * and sends again what the center has not numbered yet; the id of a line makes sure it is stored once.
 * Events: `line`, `room`, `connection`, `refused`, `forgotten`.
 */
import { Center } from './center.js';
import { Stomp } from './stomp.js';

export class Room extends EventTarget {
  #center; #stomp; #numbers = new Set(); #last = 0; #pending = new Map();
  state = 'none'; ticket;

  constructor(center, language) {
    super();
    this.#center = new Center(center, language);
  }

  get lost() { return this.#stomp?.lost ?? false; }
  /** Comes back into the room of before, if there is one. */
  async resume() {
    if (!this.#center.identity) return;
    this.#listen();
    await this.#catchUp();
  }

  async say(text) {
    if (!this.#center.identity) await this.#open();
    const words = { clientId: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`, text };
    this.#pending.set(words.clientId, words);
    this.#tell('line', { ...words, from: 'visitor', at: new Date().toISOString() });
    if (this.#pending.size === 1) this.#next();
  }

  suggestions() { return this.#center.ask('GET', '/suggestions'); }
  async advisor() { this.#changed(await this.#center.ask('PUT', '/advisor')); }

  async leave(message) {
    const left = await this.#center.ask('PUT', '/message', message);
    this.#changed({ state: 'closed', ticket: left.ticket });
  }

  async end() {
    await this.#center.ask('DELETE', '');
    this.#changed({ state: 'closed', ticket: this.ticket });
  }

  forget() {
    this.#stomp?.stop();
    [this.#stomp, this.ticket, this.state] = [undefined, undefined, 'none'];
    [this.#numbers, this.#pending].forEach((kept) => kept.clear());
    this.#last = 0;
    this.#center.forget();
  }

  async #open() {
    this.#changed(await this.#center.open());
    this.#listen();
  }

  #listen() {
    const { id, secret } = this.#center.identity;
    const stomp = this.#stomp = new Stomp(this.#center.socket, { chat: id, secret }, `/topic/chat.${id}`);
    stomp.addEventListener('message', ({ detail }) => this.#receive(detail));
    stomp.addEventListener('down', () => this.#tell('connection'));
    stomp.addEventListener('up', () => { this.#tell('connection'); this.#catchUp(); setTimeout(() => this.#catchUp(), 2000); });
    stomp.start();
  }

  async #catchUp() {
    try {
      this.#changed(await this.#center.ask('GET', ''));
      (await this.#center.ask('GET', `/lines?after=${this.#last}`)).forEach((line) => this.#receive(line));
      this.#next();
    } catch (problem) {
      if (problem.status === 404) { this.forget(); this.#tell('forgotten'); }
    }
  }

  #receive(what) {
    if (what.type === 'room') return this.#changed(what);
    if (this.#pending.delete(what.clientId)) this.#next();
    if (what.type === 'refused') return this.#tell('refused', what);
    if (this.#numbers.has(what.number)) return undefined;
    this.#numbers.add(what.number);
    while (this.#numbers.has(this.#last + 1)) this.#last += 1;
    this.#tell('line', what);
    return what.number > this.#last ? this.#catchUp() : undefined;
  }

  #changed(room) {
    this.state = room.state;
    this.ticket = room.ticket ?? undefined;
    if (room.state === 'closed') this.#stomp?.stop();
    this.#tell('room');
  }

  /** One at a time, so that they are numbered as they were written. */
  #next() { for (const words of [...this.#pending.values()].slice(0, 1)) this.#stomp?.send(`/app/chat.${this.#center.identity.id}.say`, words); }
  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}
