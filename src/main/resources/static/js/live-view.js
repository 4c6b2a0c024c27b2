import { lasts, renew } from "./renewal.js";

/** Keeps the parts of a page live: subscribes to those it shows, renews them as they come, says when it is cut off, and catches up. */
class LiveView extends HTMLElement {
    #numbers = new Map();
    #subscriptions = new Map();
    #client;
    #missed = false;

    connectedCallback() {
        const scheme = location.protocol === "https:" ? "wss" : "ws";
        this.#client = new window.StompJs.Client({
            brokerURL: `${scheme}://${location.host}/ws`,
            connectHeaders: JSON.parse(this.dataset.csrf || "{}"),
            reconnectDelay: 1000,
            heartbeatIncoming: 10000,
            heartbeatOutgoing: 10000,
            onConnect: () => this.#connected(),
            onWebSocketClose: () => this.#lost(),
        });
        this.#client.activate();
        document.body.addEventListener("htmx:afterSettle", () => this.#listen());
        this.addEventListener("toggle", () => this.#missed && this.#catchUp(), true);
    }

    /** Drops the socket; it comes back by itself. */
    cut() {
        this.#client.forceDisconnect();
    }

    #connected() {
        if (this.dataset.state === "lost") ["ticket", "chat"].forEach((kind) => this.#tell(kind));
        this.#subscriptions.clear();
        this.#numbers.clear();
        this.dataset.state = "live";
        this.#listen();
        this.#catchUp();
    }

    #lost() {
        if (this.dataset.state === "live") this.dataset.state = "lost";
    }

    #parts = () => [...this.querySelectorAll("[data-part]")];

    #wanted() {
        const wanted = this.#parts().map(({ dataset }) =>
            dataset.audience === "me"
                ? `/user/queue/live.${this.dataset.lang}`
                : `/topic/${dataset.audience}/${this.dataset.lang}/${dataset.part}`);
        const watched = [...this.querySelectorAll("[data-watch]")].map(({ dataset }) => `/topic/live/${dataset.watch}`);
        return new Set([...wanted, ...watched]);
    }

    #listen() {
        if (!this.#client.connected) return;
        const wanted = this.#wanted();
        for (const [destination, subscription] of this.#subscriptions) {
            if (!wanted.has(destination)) {
                subscription.unsubscribe();
                this.#subscriptions.delete(destination);
            }
        }
        for (const destination of wanted) {
            if (!this.#subscriptions.has(destination)) {
                const listener = ({ body }) => this.#received(JSON.parse(body));
                this.#subscriptions.set(destination, this.#client.subscribe(destination, listener));
            }
        }
    }

    #received(frame) {
        if (!frame.html) return this.#tell(frame.part);
        const last = this.#numbers.get(frame.s);
        if (last !== undefined && frame.n > last + 1) this.#catchUp();
        this.#show(frame);
    }

    #show(frame) {
        if (frame.n < (this.#numbers.get(frame.s) ?? 0)) return;
        this.#numbers.set(frame.s, frame.n);
        const old = this.querySelector(`[data-part="${frame.part}"]`);
        if (!old) return;
        const holder = document.createElement("template");
        holder.innerHTML = frame.html.trim();
        this.#renewed(old, holder.content.firstElementChild).forEach((element) => window.htmx.process(element));
    }

    /** A menu that is open stays as it is until it is closed. */
    #renewed(old, fresh) {
        if (lasts(old, fresh)) return renew(old, fresh);
        this.#missed = old.querySelector("details[open]") !== null;
        if (this.#missed) return [];
        old.replaceWith(fresh);
        return [fresh];
    }

    async #catchUp() {
        const names = this.#parts().map(({ dataset }) => dataset.part).join(",");
        if (!names) return;
        const answer = await fetch(`${this.dataset.snapshot || "/live/parts"}?in=${this.dataset.lang}&names=${names}`);
        if (answer.ok) (await answer.json()).forEach((frame) => this.#show(frame));
    }

    #tell(kind) {
        window.htmx.trigger(document.body, `live:${kind}`);
    }
}

customElements.define("live-view", LiveView);
