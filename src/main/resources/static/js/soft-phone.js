import { Bell } from "./phone/bell.js";
import { Call } from "./phone/call.js";
import { Line } from "./phone/line.js";
import { OneTab } from "./phone/one-tab.js";
import { ask, microphone, permission, why } from "./phone/sound.js";
import { show } from "./phone/show.js";

/** How long after a click on a number the telephone that rings is taken for it. */
const OWN = 20000;

/** The telephone of the page. Its line is starting, ready, away, denied, elsewhere (in another tab), or its microphone ask, refused, missing. */
class SoftPhone extends HTMLElement {
    calls = [];
    line = new Line();
    #bell = new Bell();
    #tab = new OneTab(() => this.calls.length > 0);
    #own = 0;
    #voice;

    connectedCallback() {
        this.line.addEventListener("state", ({ detail }) => this.#say(detail));
        this.line.addEventListener("session", ({ detail }) => this.#begun(detail));
        this.#tab.addEventListener("mine", () => this.#open());
        this.#tab.addEventListener("lost", () => (this.line.close(), this.#say("elsewhere")));
        document.addEventListener("click", ({ target }) => this.#pressed(target.closest("[data-phone-do]")?.dataset.phoneDo));
        document.body.addEventListener("htmx:beforeRequest", ({ detail }) => this.#dials(detail));
        addEventListener("pagehide", () => this.line.close());
        this.#tab.wait();
    }

    get state() {
        return this.dataset.state;
    }

    /** @returns a microphone, or nothing when it cannot be had: then the page says why */
    async voice() {
        try {
            return await microphone();
        } catch (failure) {
            this.#say(why(failure));
            return undefined;
        }
    }

    /** Calls a colleague. */
    async call(extension) {
        const stream = await this.voice();
        if (!stream || this.state !== "ready") return undefined;
        this.#voice = stream;
        this.line.call(extension, stream);
        return this.calls.at(-1);
    }

    /** @param {() => Promise<string>} allowed how it is found out whether there is a microphone */
    async #open(allowed = permission) {
        const state = await allowed();
        if (state === "granted") await this.line.open();
        else this.#say(state);
    }

    #pressed(what) {
        if (what === "allow") this.#open(ask);
        if (what === "again") this.#open();
        if (what === "take") this.#tab.ask();
    }

    /** Whom he calls by a click rings his own telephone first: he need not pick that up. */
    #dials({ requestConfig: { verb, path } }) {
        if (verb === "post" && path === "/workspace/calls") this.#own = Date.now();
    }

    #begun(begun) {
        const incoming = begun.session.direction === "incoming";
        if (incoming && this.calls.length > 0) return begun.session.terminate({ status_code: 486 });
        const call = new Call(begun, incoming ? undefined : this.#voice);
        this.calls = [...this.calls, call];
        call.addEventListener("change", () => this.#changed(call));
        const row = document.getElementById("phone-call").content.firstElementChild.cloneNode(true);
        this.querySelector(".phone__calls").append(row);
        row.toggleAttribute("data-inside", !call.ref);
        row.attend(call, this);
        if (incoming && !call.ref && Date.now() - this.#own < OWN) row.answer();
        this.#changed(call);
    }

    #changed(call) {
        if (call.state === "over") this.calls = this.calls.filter((other) => other !== call);
        this.dataset.calls = this.calls.length;
        if (this.calls.some(({ state }) => state === "ringing")) this.#bell.start();
        else this.#bell.stop();
    }

    #say(state) {
        this.dataset.state = state;
        show(document, "data-phone", state);
    }
}

customElements.define("soft-phone", SoftPhone);
