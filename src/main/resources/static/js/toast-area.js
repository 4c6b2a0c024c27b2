/** Says what the server refused, in its own words; a stale page is refreshed behind the message. */
class ToastArea extends HTMLElement {
    connectedCallback() {
        document.body.addEventListener("htmx:responseError", ({ detail }) => this.#refused(detail.xhr));
        document.body.addEventListener("htmx:sendError", () => this.#say(this.dataset.failed));
    }

    #refused(answer) {
        if (answer.status === 401) return this.#say(this.dataset.signedOut);
        if (answer.status === 409 || answer.status === 412) window.htmx.trigger(document.body, "live:ticket");
        try {
            const { title, detail } = JSON.parse(answer.responseText);
            this.#say(title, detail);
        } catch {
            this.#say(this.dataset.failed);
        }
    }

    #say(title, detail = "") {
        [...this.children].find((said) => said.firstChild.textContent === title + detail)?.remove();
        const toast = document.createElement("div");
        toast.className = "toast";
        const text = document.createElement("div");
        const strong = document.createElement("strong");
        strong.textContent = title;
        text.append(strong, detail);
        const close = document.createElement("button");
        close.textContent = "×";
        close.setAttribute("aria-label", this.dataset.close);
        close.addEventListener("click", () => toast.remove());
        toast.append(text, close);
        this.append(toast);
        setTimeout(() => toast.remove(), 12000);
    }
}

customElements.define("toast-area", ToastArea);
