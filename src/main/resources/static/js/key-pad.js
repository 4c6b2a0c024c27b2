const KEYS = /^[0-9*#]$/;

/** Sends keys into a call, by its buttons and by those of the keyboard; what was sent stands above them. */
class KeyPad extends HTMLElement {
    connectedCallback() {
        this.addEventListener("click", ({ target }) => this.#send(target.closest("[data-key]")?.dataset.key));
        this.addEventListener("keydown", (event) => {
            if (!KEYS.test(event.key)) return;
            event.preventDefault();
            event.stopPropagation();
            this.#send(event.key);
        });
    }

    open() {
        this.querySelector("output").textContent = "";
        this.querySelector("[data-key]").focus();
    }

    #send(key) {
        if (!key) return;
        this.querySelector("output").textContent += key;
        this.dispatchEvent(new CustomEvent("phone:keys", { bubbles: true, detail: key }));
    }
}

customElements.define("key-pad", KeyPad);
