/** A list that shows its end, where the newest line is. */
class StayAtEnd extends HTMLElement {
    connectedCallback() {
        requestAnimationFrame(() => {
            this.scrollTop = this.scrollHeight;
        });
    }
}

customElements.define("stay-at-end", StayAtEnd);
