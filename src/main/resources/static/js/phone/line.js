import { UA, WebSocketInterface } from "../../vendor/jssip.js";

const AGAIN = 5000;

/** The line to the exchange. Tells "state" (starting, ready, away, denied) and "session" for each call that begins. */
export class Line extends EventTarget {
    #ua;
    #given;
    #retry;

    async open() {
        this.close();
        this.#say("starting");
        this.#given = await this.#password();
        if (!this.#given) return;
        const { address, extension, domain, password } = this.#given;
        const ua = new UA({
            sockets: [new WebSocketInterface(address)],
            uri: `sip:${extension}@${domain}`,
            password,
            register_expires: 60,
            connection_recovery_min_interval: 1,
            connection_recovery_max_interval: 10,
        });
        ua.on("registered", () => this.#say("ready"));
        ua.on("unregistered", () => this.#say("away"));
        ua.on("disconnected", () => this.#say("away"));
        ua.on("registrationFailed", ({ response }) => this.#failed(response?.status_code));
        ua.on("newRTCSession", ({ session, request }) => this.#tell("session", { session, request }));
        this.#ua = ua;
        ua.start();
    }

    /** Calls an extension. */
    call(extension, stream) {
        return this.#ua.call(this.address(extension), { mediaStream: stream, pcConfig: this.peers() });
    }

    address = (extension) => `sip:${extension}@${this.#given.domain}`;

    /** Where speech may go when browser and exchange do not see each other. */
    peers() {
        const relays = this.#given.relays;
        return { iceServers: relays.map(({ address, user, credential }) => ({ urls: address, username: user, credential })) };
    }

    close() {
        clearTimeout(this.#retry);
        const ua = this.#ua;
        this.#ua = undefined;
        ua?.stop();
    }

    async #password() {
        try {
            const answer = await fetch("/workspace/phone", { cache: "no-store" });
            if (answer.ok) return await answer.json();
            this.#say(answer.status >= 500 ? "away" : "denied");
            if (answer.status < 500) return undefined;
        } catch {
            this.#say("away");
        }
        this.#retry = setTimeout(() => this.open(), AGAIN);
        return undefined;
    }

    #failed(status) {
        if (!this.#ua) return;
        this.#say(status === 401 || status === 403 ? "denied" : "away");
        this.#retry = setTimeout(() => this.#ua?.register(), AGAIN);
    }

    #say = (state) => this.#tell("state", state);

    #tell = (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail }));
}
