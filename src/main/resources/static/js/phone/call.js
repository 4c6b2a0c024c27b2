const ENOUGH = 400;

/** One call at the softphone. Tells "change"; its state is ringing, calling, talking, held or over. */
export class Call extends EventTarget {
    state;
    muted = false;
    since = new Date().toISOString();
    #session;
    #stream;

    /** @param {{session: object, request: object}} begun as the line told it  @param {MediaStream} [stream] of one we make */
    constructor({ session, request }, stream) {
        super();
        this.#session = session;
        this.#stream = stream;
        this.state = session.direction === "incoming" ? "ringing" : "calling";
        this.number = session.remote_identity.uri.user;
        this.ref = session.direction === "incoming" ? request.getHeader("X-MW-Ref") : undefined;
        session.on("confirmed", () => this.#become("talking"));
        session.on("hold", ({ originator }) => originator === "local" && this.#become("held"));
        session.on("unhold", ({ originator }) => originator === "local" && this.#become("talking"));
        session.on("ended", ({ cause }) => this.#end(cause));
        session.on("failed", ({ cause }) => this.#end(cause));
        session.on("peerconnection", ({ peerconnection }) => this.#hear(peerconnection));
        // whoever waits for every network interface answers late
        session.on("icecandidate", ({ ready }) => setTimeout(ready, ENOUGH));
        if (session.connection) this.#hear(session.connection);
    }

    get session() {
        return this.#session;
    }

    answer(stream, pcConfig) {
        this.#stream = stream;
        this.#session.answer({ mediaStream: stream, pcConfig });
    }

    hangUp() {
        if (this.state === "ringing") this.#session.terminate({ status_code: 486 });
        else if (this.state !== "over") this.#session.terminate();
    }

    hold(on = this.state === "talking") {
        if (on) this.#session.hold();
        else this.#session.unhold();
    }

    mute(on = !this.muted) {
        if (on) this.#session.mute({ audio: true });
        else this.#session.unmute({ audio: true });
        this.muted = on;
        this.dispatchEvent(new Event("change"));
    }

    press = (key) => this.#session.sendDTMF(key, { transportType: "RFC2833", duration: 120 });

    /** Another microphone, while we talk. */
    async speakInto(stream) {
        const [track] = stream.getAudioTracks();
        track.enabled = !this.muted;
        await this.#session.connection?.getSenders().find((sender) => sender.track?.kind === "audio")?.replaceTrack(track);
        this.#silence();
        this.#stream = stream;
    }

    #hear(connection) {
        connection.addEventListener("track", ({ track, streams }) => {
            this.heard = streams[0] ?? new MediaStream([track]);
            this.dispatchEvent(new Event("change"));
        });
    }

    #silence = () => this.#stream?.getTracks().forEach((track) => track.stop());

    #end(cause) {
        this.cause = cause;
        this.#silence();
        this.#become("over");
    }

    #become(state) {
        if (this.state === "over") return;
        if (state === "talking" && this.state !== "held") this.since = new Date().toISOString();
        this.state = state;
        this.dispatchEvent(new Event("change"));
    }
}
