/** Around a form that keeps itself: asks before unkept words are left, tries again when the center was away, and shows where a fault is. */
class DraftKeeper extends HTMLElement {
    #unkept = false;
    #leaving = "";

    #guard = (event) => {
        if (this.#unkept) event.preventDefault();
    };

    #leave = (event) => {
        const link = event.target.closest("a[data-leave]");
        if (!link || !this.#unkept || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        this.#leaving = link.href;
        this.#keep();
    };

    connectedCallback() {
        addEventListener("beforeunload", this.#guard);
        document.addEventListener("click", this.#leave);
        this.addEventListener("input", () => { this.#unkept = true; });
        this.addEventListener("click", (event) => this.#show(event));
        this.addEventListener("htmx:beforeRequest", () => { this.#unkept = false; });
        this.addEventListener("htmx:afterRequest", ({ detail }) => this.#answered(detail.successful));
        if (location.hash.startsWith("#f-")) document.getElementById(location.hash.slice(1))?.focus();
    }

    disconnectedCallback() {
        removeEventListener("beforeunload", this.#guard);
        document.removeEventListener("click", this.#leave);
    }

    #answered(kept) {
        if (!kept) {
            this.#unkept = true;
            this.querySelector("#kept [role=status]")?.replaceChildren(this.dataset.lost);
            setTimeout(() => this.#keep(), 5000);
        } else if (this.#leaving && !this.#unkept && !this.querySelector("#kept [role=alert]")) {
            location.href = this.#leaving;
        }
    }

    #keep() {
        this.querySelector("form").dispatchEvent(new Event("keep"));
    }

    #show(event) {
        const fault = event.target.closest(".faults a");
        const field = fault && document.getElementById(fault.hash.slice(1));
        if (!field) return;
        event.preventDefault();
        field.focus();
        if (!fault.dataset.line || !field.setSelectionRange) return;
        const before = field.value.split("\n").slice(0, fault.dataset.line - 1).join("\n").length;
        const start = before && before + 1;
        const end = field.value.indexOf("\n", start);
        field.setSelectionRange(start, end < 0 ? field.value.length : end);
    }
}

customElements.define("draft-keeper", DraftKeeper);
