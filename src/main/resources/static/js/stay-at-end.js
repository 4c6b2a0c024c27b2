/** A list that shows its end, where the newest line is. */
class StayAtEnd extends HTMLElement {
    #grows = new MutationObserver(() => this.#end());

    connectedCallback() {
        this.#grows.observe(this, { childList: true });
        requestAnimationFrame(() => this.#end());
    }

    disconnectedCallback() {
        this.#grows.disconnect();
    }

    #end() {
        this.scrollTop = this.scrollHeight;
    }
}

customElements.define("stay-at-end", StayAtEnd);
