/** A mail as its sender laid it out, as tall as it is. The frame runs no scripts of its own and shows nothing from elsewhere. */
class MailFrame extends HTMLElement {
    connectedCallback() {
        const frame = this.querySelector("iframe");
        const fit = () => {
            const page = frame.contentDocument?.documentElement;
            if (page) frame.height = page.scrollHeight + 8;
        };
        frame.addEventListener("load", fit);
        this.closest("details")?.addEventListener("toggle", fit);
    }
}

customElements.define("mail-frame", MailFrame);
