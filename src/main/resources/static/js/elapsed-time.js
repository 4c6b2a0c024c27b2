/** Shows how long ago an instant was, and counts on: <elapsed-time since="2026-11-23T10:00:00Z">. */
const clocks = new Set();
let skew = 0;

class ElapsedTime extends HTMLElement {
    connectedCallback() {
        clocks.add(this);
        this.show();
    }

    disconnectedCallback() {
        clocks.delete(this);
    }

    show() {
        const seconds = Math.max(0, Math.floor((Date.now() + skew - Date.parse(this.getAttribute("since"))) / 1000));
        const two = (number) => String(number).padStart(2, "0");
        const hours = Math.floor(seconds / 3600);
        const minutes = Math.floor(seconds / 60) % 60;
        const text = hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
        if (this.textContent !== text) this.textContent = text;
    }
}

customElements.define("elapsed-time", ElapsedTime);
setInterval(() => clocks.forEach((clock) => clock.show()), 1000);

/* The wait is measured by the server's clock: the browser's may be wrong. */
fetch("/images/mark.svg", { method: "HEAD", cache: "no-store" }).then((answer) => {
    const server = Date.parse(answer.headers.get("Date"));
    if (Math.abs(server - Date.now()) > 2000) skew = server - Date.now();
});
