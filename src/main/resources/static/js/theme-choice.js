/** Chooses light, dark or high contrast; "auto" follows the system. The choice is a cookie, so the server paints it at once. */
class ThemeChoice extends HTMLElement {
    connectedCallback() {
        this.addEventListener("click", ({ target }) => {
            const name = target.closest("[data-theme-name]")?.dataset.themeName;
            if (name) this.#choose(name);
        });
        this.#mark();
    }

    #choose(name) {
        const root = document.documentElement;
        if (name === "auto") delete root.dataset.theme;
        else root.dataset.theme = name;
        const age = name === "auto" ? 0 : 31536000;
        document.cookie = `mowakaba-theme=${name}; path=/; max-age=${age}; samesite=lax`;
        this.#mark();
    }

    #mark() {
        const now = document.documentElement.dataset.theme ?? "auto";
        for (const button of this.querySelectorAll("[data-theme-name]")) {
            button.setAttribute("aria-pressed", String(button.dataset.themeName === now));
        }
    }
}

customElements.define("theme-choice", ThemeChoice);
