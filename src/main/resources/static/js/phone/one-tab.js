const NAME = "mowakaba-phone";

/** One tab of a browser has the telephone: tells "mine" and "lost". The others wait for it to be closed, or ask for it. */
export class OneTab extends EventTarget {
    #channel = new BroadcastChannel(NAME);
    #waiting = new AbortController();
    #mine = false;
    #asked = false;
    #busy;

    /** @param {() => boolean} busy whether it may not be given away now */
    constructor(busy) {
        super();
        this.#busy = busy;
        this.#channel.addEventListener("message", ({ data }) => {
            if (data === "wanted" && this.#mine && !this.#busy()) this.#channel.postMessage("free");
            if (data === "free" && this.#asked) this.#take();
        });
    }

    async wait() {
        const { held } = await navigator.locks.query();
        if (held.some(({ name }) => name === NAME)) this.#tell("lost");
        this.#waiting = new AbortController();
        this.#have({ signal: this.#waiting.signal });
    }

    ask() {
        this.#asked = true;
        this.#channel.postMessage("wanted");
    }

    #take() {
        this.#asked = false;
        this.#waiting.abort();
        this.#have({ steal: true });
    }

    async #have(how) {
        try {
            await navigator.locks.request(NAME, how, () => {
                this.#mine = true;
                this.#tell("mine");
                return new Promise(() => {});
            });
        } catch {
            if (!this.#mine) return;
            this.#mine = false;
            this.#tell("lost");
            this.wait();
        }
    }

    #tell = (name) => this.dispatchEvent(new Event(name));
}
