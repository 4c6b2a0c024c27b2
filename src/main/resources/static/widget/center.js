/** The center over HTTP: who this visitor is there, and what he asks of it. */
export class Center {
  #address; #language; #key; identity;

  constructor(address, language) {
    this.#address = address;
    this.#language = language;
    this.#key = `mowakaba-chat ${address}`;
    try { this.identity = JSON.parse(localStorage.getItem(this.#key)) ?? undefined; } catch { this.identity = undefined; }
  }

  get socket() { return `${this.#address.replace(/^http/, 'ws')}/ws/widget`; }

  /** @returns the new room; its secret is kept, so that the visitor finds it again on the next page */
  async open() {
    const fresh = await this.#fetch('POST', '', { language: this.#language });
    this.identity = { id: fresh.id, secret: fresh.secret };
    try { localStorage.setItem(this.#key, JSON.stringify(this.identity)); } catch { /* private mode: kept for this page */ }
    return fresh.room;
  }

  forget() {
    this.identity = undefined;
    try { localStorage.removeItem(this.#key); } catch { /* nothing was kept */ }
  }

  /** @throws an Error with `status`, and the `title` and `detail` of the problem document */
  ask(method, path, body) { return this.#fetch(method, `/${this.identity.id}${path}`, body); }

  async #fetch(method, path, body) {
    const headers = { 'Accept-Language': this.#language, ...(body && { 'Content-Type': 'application/json' }), ...(this.identity && { 'X-Chat-Secret': this.identity.secret }) };
    const answer = await fetch(`${this.#address}/widget/chats${path}`, { method, headers, body: body && JSON.stringify(body), credentials: 'omit' });
    const content = answer.status === 204 ? {} : await answer.json();
    if (!answer.ok) throw Object.assign(new Error(content.title), content, { status: answer.status });
    return content;
  }
}
