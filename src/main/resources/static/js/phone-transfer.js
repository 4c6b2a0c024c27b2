import { show } from "./phone/show.js";

/** Hands a call to a colleague: at once, or after having asked him. It is choose, asking, asked, going or failed. */
class PhoneTransfer extends HTMLElement {
    #call;
    #phone;
    #consulted;

    connectedCallback() {
        this.addEventListener("click", ({ target }) => this.#pressed(target.closest("[data-to]")?.dataset.to));
    }

    async open(call, phone) {
        this.#call = call;
        this.#phone = phone;
        if (this.#consulted) return;
        this.#say("choose");
        const answer = await fetch("/workspace/phone/colleagues");
        this.querySelector(".phone__colleagues").innerHTML = answer.ok ? await answer.text() : "";
        this.toggleAttribute("data-nobody", !this.#extension);
        this.querySelector("select")?.focus();
    }

    get #extension() {
        return this.querySelector("select")?.value;
    }

    #pressed(what) {
        if (what === "blind" && this.#extension) this.#refer(this.#extension);
        if (what === "ask" && this.#extension) this.#ask();
        if (what === "join") this.#refer(this.#consulted.number, { replaces: this.#consulted.session });
        if (what === "back") this.#back();
    }

    async #ask() {
        this.#call.hold(true);
        this.#say("asking");
        this.#consulted = await this.#phone.call(this.#extension);
        this.#consulted?.addEventListener("change", () => this.#heard());
        if (!this.#consulted) this.#back();
    }

    #heard() {
        if (this.#consulted?.state === "talking") this.#say("asked");
        if (this.#consulted?.state === "over" && this.#call.state !== "over") this.#back();
    }

    /** The colleague cannot, or will not: the caller is taken out of waiting. */
    #back() {
        const consulted = this.#consulted;
        this.#consulted = undefined;
        consulted?.hangUp();
        if (this.#call.state === "held") this.#call.hold(false);
        this.#say("choose");
    }

    #refer(extension, how = {}) {
        this.#say("going");
        this.#call.session.refer(this.#phone.line.address(extension), {
            ...how,
            eventHandlers: {
                requestFailed: () => this.#say("failed"),
                failed: () => this.#say("failed"),
                accepted: () => this.#call.hangUp(),
            },
        });
    }

    #say(state) {
        this.dataset.state = state;
        show(this, "data-step", state);
    }
}

customElements.define("phone-transfer", PhoneTransfer);
