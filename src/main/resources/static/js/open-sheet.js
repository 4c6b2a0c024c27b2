/** A sheet that opens as soon as it is here, and is gone when it is closed or what it asks for is done; what it watches may change. */
class OpenSheet extends HTMLElement {
    connectedCallback() {
        const sheet = this.querySelector("dialog");
        sheet.showModal();
        sheet.addEventListener("close", () => this.remove());
        sheet.querySelector("[data-close]").addEventListener("click", () => sheet.close());
        sheet.addEventListener("htmx:afterRequest", ({ detail }) => {
            if (detail.successful && !detail.elt.dataset.watch) sheet.close();
        });
    }
}

customElements.define("open-sheet", OpenSheet);
