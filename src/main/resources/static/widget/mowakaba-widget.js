/**
 * The chat of the center on any site:
 * <script type="module" src="https://center.example/widget/mowakaba-widget.js"></script>
 * <mowakaba-chat lang="ar" center="https://center.example"></mowakaba-chat>
 */
import { Panel } from './panel.js';
import { h, icon } from './parts.js';
import { Room } from './room.js';

const HOME = new URL(import.meta.url).origin;

class MowakabaChat extends HTMLElement {
  #panel; #launcher; #badge;

  async connectedCallback() {
    if (this.shadowRoot) return;
    const shadow = this.attachShadow({ mode: 'open' });
    const language = ['ar', 'fr', 'en'].includes(this.lang) ? this.lang : 'ar';
    const center = (this.getAttribute('center') ?? HOME).replace(/\/+$/, '');
    const [labels, style] = await Promise.all([
      fetch(`${center}/widget/messages?lang=${language}`, { credentials: 'omit' }).then((answer) => answer.json()),
      fetch(new URL('./widget.css', import.meta.url)).then((answer) => answer.text()),
    ]);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    shadow.adoptedStyleSheets = [sheet];
    const room = new Room(center, language);
    this.#panel = new Panel(room, labels, language, () => this.close());
    this.#badge = h('span', { class: 'badge', role: 'status' });
    this.#launcher = h('button', { type: 'button', class: 'launcher', 'aria-expanded': 'false', 'aria-controls': 'panel', click: () => this.open() },
      icon('chat'), h('span', {}, labels.open), this.#badge);
    shadow.append(h('div', { class: 'widget', lang: language, dir: labels.dir, keydown: (event) => this.#key(event) }, this.#panel.element, this.#launcher));
    room.addEventListener('line', ({ detail }) => {
      if (detail.from === 'advisor' && this.#panel.element.hidden) this.#badge.textContent = labels['new-line'];
    });
    room.resume();
  }

  open() {
    this.#panel.element.hidden = false;
    this.#launcher.hidden = true;
    this.#launcher.setAttribute('aria-expanded', 'true');
    this.#badge.textContent = '';
    this.#panel.log.scrollTop = this.#panel.log.scrollHeight;
    (this.#panel.form.hidden ? this.#panel.element.querySelector('button') : this.#panel.box).focus();
  }

  close() {
    this.#panel.element.hidden = true;
    this.#launcher.hidden = false;
    this.#launcher.setAttribute('aria-expanded', 'false');
    this.#launcher.focus();
  }

  /** Escape closes; Tab stays inside while it is open. */
  #key(event) {
    if (this.#panel.element.hidden) return;
    if (event.key === 'Escape') this.close();
    if (event.key !== 'Tab') return;
    const stops = [...this.#panel.element.querySelectorAll('a[href], button, input, textarea, [tabindex="0"]')].filter((stop) => stop.checkVisibility());
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (this.shadowRoot.activeElement === edge) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0]).focus();
    }
  }
}

customElements.define('mowakaba-chat', MowakabaChat);
