/** Closes the menu in it when something else is touched or comes into focus, when a choice was made, and on Escape. */
class PopMenu extends HTMLElement {
    #outside = (event) => {
        if (!this.contains(event.target)) this.#close();
    };

    connectedCallback() {
        document.addEventListener("click", this.#outside);
        this.addEventListener("click", ({ target }) => {
            if (target.closest(".menu__list button, .menu__list a")) setTimeout(() => this.#close());
        });
        this.addEventListener("focusout", ({ relatedTarget }) => {
            if (relatedTarget && !this.contains(relatedTarget)) this.#close();
        });
        this.addEventListener("keydown", (event) => {
            if (event.key === "Escape") {
                this.#close();
                this.querySelector("summary")?.focus();
            }
        });
    }

    disconnectedCallback() {
        document.removeEventListener("click", this.#outside);
    }

    #close() {
        this.querySelector("details")?.removeAttribute("open");
    }
}

customElements.define("pop-menu", PopMenu);
