/** Puts a passage with its source into the answer, and pins its article to it. */
class PassageInsert extends HTMLElement {
    connectedCallback() {
        this.querySelector("button").addEventListener("click", () => this.#insert());
    }

    #insert() {
        const body = document.getElementById("body");
        if (!body || body.disabled) return;
        const { text, source } = this.dataset;
        const passage = source ? `${text}\n${source}` : text;
        const before = body.value.slice(0, body.selectionStart).trimEnd();
        const after = body.value.slice(body.selectionEnd).trimStart();
        body.value = [before, passage, after].filter(Boolean).join("\n\n");
        body.dispatchEvent(new Event("input", { bubbles: true }));
        body.focus();
        this.#pin();
    }

    #pin() {
        const { slug, title } = this.dataset;
        const pinned = document.getElementById("pinned");
        if (!pinned || pinned.querySelector(`[value="${slug}"]`)) return;
        const badge = document.createElement("label");
        badge.className = "badge check";
        const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "articles", value: slug, checked: true });
        const name = document.createElement("bdi");
        name.textContent = title;
        badge.append(box, name);
        pinned.append(badge);
    }
}

customElements.define("passage-insert", PassageInsert);
