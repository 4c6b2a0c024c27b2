/** Rings like a telephone here does: 1.5 s of 425 Hz, then 3.5 s of silence. */
export class Bell {
    #context;
    #tone;
    #turn;

    start() {
        if (this.#turn) return;
        this.#context ??= new AudioContext();
        this.#context.resume();
        this.#turn = setInterval(() => this.#once(), 5000);
        this.#once();
    }

    stop() {
        clearInterval(this.#turn);
        this.#turn = undefined;
        this.#tone?.stop();
        this.#tone = undefined;
    }

    #once() {
        const now = this.#context.currentTime;
        const loud = this.#context.createGain();
        loud.gain.setValueAtTime(0, now);
        loud.gain.linearRampToValueAtTime(0.15, now + 0.05);
        loud.gain.setValueAtTime(0.15, now + 1.45);
        loud.gain.linearRampToValueAtTime(0, now + 1.5);
        this.#tone = this.#context.createOscillator();
        this.#tone.frequency.value = 425;
        this.#tone.connect(loud).connect(this.#context.destination);
        this.#tone.start();
        this.#tone.stop(now + 1.6);
    }
}
