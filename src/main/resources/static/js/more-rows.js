/** There is always one empty row after the last one that says something. */
class MoreRows extends HTMLElement {
    connectedCallback() {
        this.addEventListener("input", () => {
            const last = [...this.querySelectorAll("[data-row]")].at(-1);
            if ([...last.querySelectorAll("input")].every((field) => !field.value)) return;
            const row = last.cloneNode(true);
            row.querySelectorAll("input").forEach((field) => { field.value = ""; });
            this.append(row);
        });
    }
}

customElements.define("more-rows", MoreRows);
