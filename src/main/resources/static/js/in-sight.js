/** Stands in a row that scrolls: what is current in it is in sight when the page opens. */
class InSight extends HTMLElement {
    connectedCallback() {
        this.parentElement.querySelector("[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
    }
}

customElements.define("in-sight", InSight);
