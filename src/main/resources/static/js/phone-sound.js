import { choose, chosen, devices, play } from "./phone/sound.js";

/** The choice of microphone and loudspeaker; counts at once, in a call too. */
class PhoneSound extends HTMLElement {
    connectedCallback() {
        this.addEventListener("change", ({ target }) => this.#chosen(target));
        navigator.mediaDevices?.addEventListener("devicechange", () => this.#fill());
        new MutationObserver(() => this.#fill()).observe(this.closest("dialog"), { attributeFilter: ["open"] });
        this.#fill();
    }

    async #fill() {
        for (const list of this.querySelectorAll("select")) {
            const first = list.options[0];
            const found = await devices(list.dataset.kind);
            list.replaceChildren(first, ...found.filter(({ deviceId }) => deviceId !== "default").map((device) => this.#option(device)));
            list.value = chosen(list.dataset.kind);
            if (list.selectedIndex < 0) list.value = "";
        }
    }

    #option({ label, deviceId }) {
        const option = document.createElement("option");
        option.value = deviceId;
        option.textContent = label;
        return option;
    }

    async #chosen(list) {
        choose(list.dataset.kind, list.value);
        const phone = document.querySelector("soft-phone");
        if (list.dataset.kind === "audiooutput") phone.querySelectorAll("audio").forEach((audio) => play(audio));
        else for (const call of phone.calls.filter(({ state }) => state !== "ringing")) await this.#speak(call, phone);
    }

    async #speak(call, phone) {
        const stream = await phone.voice();
        if (stream) await call.speakInto(stream);
    }
}

customElements.define("phone-sound", PhoneSound);
