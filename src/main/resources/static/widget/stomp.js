/**
 * As much of STOMP 1.2 as the widget needs, over one WebSocket that comes back by itself.
 * Events: `up` (connected), `down` (lost), `message` (detail: parsed JSON body), `refused` (the room is not ours).
 */
const BEAT = 10_000;
const SILENCE = 25_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

export class Stomp extends EventTarget {
  #url; #headers; #destination; #socket; #timers = []; #pause = FIRST_PAUSE; #heard = 0; #wanted = false; lost = false;

  constructor(url, headers, destination) {
    super();
    this.#url = url;
    this.#headers = headers;
    this.#destination = destination;
    this.#wake = () => { this.#pause = FIRST_PAUSE; this.#open(); };
    this.#sleep = () => this.#lost();
  }

  #wake; #sleep;

  start() {
    this.#wanted = true;
    addEventListener('online', this.#wake);
    addEventListener('offline', this.#sleep);
    this.#open();
  }

  stop() {
    this.#wanted = false;
    removeEventListener('online', this.#wake);
    removeEventListener('offline', this.#sleep);
    this.#lost();
  }

  send(destination, body) {
    this.#frame('SEND', { destination, 'content-type': 'application/json' }, JSON.stringify(body));
  }

  #open() {
    if (!this.#wanted || this.#socket) return;
    const socket = new WebSocket(this.#url, ['v12.stomp']);
    this.#socket = socket;
    this.#heard = performance.now();
    this.#timers = [setInterval(() => this.#beat(socket), BEAT)];
    socket.onopen = () => this.#frame('CONNECT', { 'accept-version': '1.2', 'heart-beat': `${BEAT},${BEAT}`, ...this.#headers });
    socket.onmessage = (event) => { this.#heard = performance.now(); this.#receive(event.data); };
    socket.onclose = () => { if (socket === this.#socket) this.#lost(); };
  }

  #beat(socket) {
    if (performance.now() - this.#heard > SILENCE) this.#lost();
    else if (socket.readyState === WebSocket.OPEN) socket.send('\n');
  }

  #receive(text) {
    const [head, ...rest] = text.replace(/^\n+/, '').split('\n\n');
    const command = head.split('\n', 1)[0];
    if (command === 'CONNECTED') this.#connected();
    if (command === 'MESSAGE') this.#tell('message', JSON.parse(rest.join('\n\n').replace(/\0\n*$/, '')));
    if (command === 'ERROR') this.#tell('refused');
  }

  #connected() {
    this.#pause = FIRST_PAUSE;
    this.lost = false;
    this.#frame('SUBSCRIBE', { id: 'room', destination: this.#destination });
    this.#tell('up');
  }

  #lost() {
    this.#timers.forEach(clearInterval);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    if (!this.#wanted) return;
    this.lost = true;
    this.#tell('down');
    if (!navigator.onLine) return;
    this.#timers = [setTimeout(() => this.#open(), this.#pause * (0.5 + Math.random()))];
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #frame(command, headers, body = '') {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    const escape = (value) => command === 'CONNECT' ? value : `${value}`.replace(/[\\:\n\r]/g, (c) => ({ '\\': '\\\\', ':': '\\c', '\n': '\\n', '\r': '\\r' })[c]);
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${escape(value)}`);
    this.#socket.send(`${[command, ...lines].join('\n')}\n\n${body}\0`);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
