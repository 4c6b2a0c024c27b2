import { play } from "./phone/sound.js";
import { show } from "./phone/show.js";

const STAYS = 2000;
const CARD = 700;
const PARTS = { keys: "key-pad", transfer: "phone-transfer" };

/** One call on the page, with its buttons; gone a moment after its end. */
class PhoneCall extends HTMLElement {
    #call;
    #phone;

    attend(call, phone) {
        this.#call = call;
        this.#phone = phone;
        call.addEventListener("change", () => this.#changed());
        this.addEventListener("click", ({ target }) => this.#pressed(target.closest("[data-do]")?.dataset.do));
        this.addEventListener("phone:keys", ({ detail }) => call.press(detail));
        // the card comes a moment after the first ring
        setTimeout(() => this.#changed(), CARD);
        this.#changed();
    }

    get call() {
        return this.#call;
    }

    async answer() {
        if (this.#call.state !== "ringing") return;
        const stream = await this.#phone.voice();
        if (!stream) return;
        this.#call.answer(stream, this.#phone.line.peers());
        this.#openCase();
    }

    #pressed(what) {
        if (what === "answer") this.answer();
        if (what === "hang-up") this.#call.hangUp();
        if (what === "hold") this.#call.hold();
        if (what === "mute") this.#call.mute();
        if (what in PARTS) this.#toggle(what);
    }

    /** One of them is open at a time. */
    #toggle(wanted) {
        for (const [name, tag] of Object.entries(PARTS)) {
            const part = this.querySelector(tag);
            part.hidden = name !== wanted || !part.hidden;
            if (!part.hidden) part.open(this.#call, this.#phone);
            this.#pressedState(name, !part.hidden, "aria-expanded");
        }
    }

    #changed() {
        const { state, muted, heard, since } = this.#call;
        this.dataset.state = state;
        this.querySelector(".phone__number").textContent = this.#who();
        show(this, "data-call", state);
        this.#pressedState("hold", state === "held");
        this.#pressedState("mute", muted);
        this.querySelector("elapsed-time").setAttribute("since", since);
        play(this.querySelector("audio"), heard);
        if (state === "over") setTimeout(() => this.remove(), STAYS);
    }

    #pressedState(name, on, attribute = "aria-pressed") {
        this.querySelector(`[data-do="${name}"]`).setAttribute(attribute, on);
    }

    /** The card of the ringing call knows more than his number. */
    #who() {
        const card = this.#card();
        return card?.querySelector(".ring__who")?.textContent.trim() || this.#call.number;
    }

    #card = () => document.querySelector(`.ring[data-call="${CSS.escape(this.#call.ref ?? "-")}"]`);

    /** Unless he has something else open, he talks before the caller's case. */
    #openCase(looks = 10) {
        if (!document.querySelector(".empty--pane") || this.#call.state === "over") return;
        const open = this.#card()?.querySelector(".button--main");
        if (open) open.click();
        else if (looks > 0) setTimeout(() => this.#openCase(looks - 1), 500);
    }
}

customElements.define("phone-call", PhoneCall);
