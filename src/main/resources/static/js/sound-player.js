/** Plays a recording over its waveform. The slider lies on the drawing, so that keys and screen readers find what they know. */
const SVG = "http://www.w3.org/2000/svg";
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;

class SoundPlayer extends HTMLElement {
    #ready = false;

    connectedCallback() {
        if (this.#ready) return;
        this.#ready = true;
        this.sound = this.querySelector("audio");
        this.slider = this.querySelector("input");
        this.button = this.querySelector("button");
        this.time = this.querySelector(".recording__time");
        this.length = Number(this.dataset.seconds);
        this.#draw(this.querySelector(".wave svg"));
        this.button.addEventListener("click", () => (this.sound.paused ? this.#play() : this.sound.pause()));
        this.slider.addEventListener("input", () => this.#seek(Number(this.slider.value)));
        for (const event of ["play", "pause", "ended"]) this.sound.addEventListener(event, () => this.#show());
        this.sound.addEventListener("timeupdate", () => this.#show());
        this.sound.addEventListener("error", () => this.#failed());
        this.#show();
    }

    #draw(drawing) {
        this.bars = this.dataset.peaks.split(" ").map((peak, i) => {
            const height = Math.max(1.5, Number(peak) * 0.38);
            const bar = document.createElementNS(SVG, "rect");
            const place = { x: i * 2, y: 20 - height / 2, width: 1.3, height };
            for (const [name, value] of Object.entries(place)) bar.setAttribute(name, value);
            drawing.append(bar);
            return bar;
        });
    }

    #play() {
        document.querySelectorAll("sound-player audio").forEach((other) => other !== this.sound && other.pause());
        this.sound.play().catch(() => this.#failed());
    }

    /** Before it was ever played there is nothing to seek in: the place is kept for its beginning. */
    #seek(seconds) {
        if (this.sound.readyState) this.sound.currentTime = seconds;
        else this.sound.addEventListener("loadedmetadata", () => (this.sound.currentTime = seconds), { once: true });
        this.#show(seconds);
    }

    #show(at = this.sound.readyState ? this.sound.currentTime : Number(this.slider.value)) {
        const playing = !this.sound.paused && !this.sound.ended;
        const share = at / this.length;
        this.classList.toggle("is-playing", playing);
        this.button.setAttribute("aria-label", playing ? this.dataset.pause : this.dataset.play);
        this.button.querySelector("use").setAttribute("href", `/images/icons.svg#${playing ? "pause" : "play"}`);
        this.slider.value = at;
        this.slider.setAttribute("aria-valuetext", `${clock(at)} / ${clock(this.length)}`);
        this.time.textContent = at >= 1 || playing ? `${clock(at)} / ${clock(this.length)}` : clock(this.length);
        this.bars.forEach((bar, i) => bar.classList.toggle("is-heard", i / this.bars.length < share));
    }

    #failed() {
        this.time.textContent = this.dataset.failed;
        this.time.setAttribute("role", "alert");
    }
}

customElements.define("sound-player", SoundPlayer);
