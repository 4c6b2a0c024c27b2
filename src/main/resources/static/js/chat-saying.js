/** What is said in a chat leaves its field when it is sent, so that the next line can be begun; it comes back where it was not taken. */
class ChatSaying extends HTMLElement {
    connectedCallback() {
        let sent = "";
        this.addEventListener("htmx:beforeRequest", () => {
            sent = this.#field.value;
            this.#field.value = "";
        });
        this.addEventListener("htmx:afterRequest", ({ detail }) => {
            if (!detail.successful) this.#field.value = [sent, this.#field.value].filter(Boolean).join("\n");
        });
    }

    get #field() {
        return this.querySelector("textarea");
    }
}

customElements.define("chat-saying", ChatSaying);
