/** Which microphone and which loudspeaker, as chosen on this machine. */
const NAMES = { audioinput: "mowakaba-microphone", audiooutput: "mowakaba-speaker" };

export const chosen = (kind) => localStorage.getItem(NAMES[kind]) ?? "";

export const choose = (kind, id) => localStorage.setItem(NAMES[kind], id);

/** A microphone that was unplugged is replaced by the system's. */
export async function microphone() {
    const id = chosen("audioinput");
    const wished = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    return await navigator.mediaDevices.getUserMedia({ audio: id ? { ...wished, deviceId: { ideal: id } } : wished });
}

export async function devices(kind) {
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    return all.filter((device) => device.kind === kind && device.label);
}

export async function play(audio, stream) {
    if (stream && audio.srcObject !== stream) audio.srcObject = stream;
    if (audio.setSinkId && audio.sinkId !== chosen("audiooutput")) {
        await audio.setSinkId(chosen("audiooutput")).catch(() => {});
    }
}

/** @returns "granted", "ask", "refused" by the viewer or his system, "missing" where there is none or the page is not secure */
export async function permission() {
    if (!navigator.mediaDevices) return "missing";
    try {
        const { state } = await navigator.permissions.query({ name: "microphone" });
        if (state === "denied") return "refused";
        if (state === "prompt") return "ask";
    } catch {
        return "ask";
    }
    const all = await navigator.mediaDevices.enumerateDevices();
    return all.some(({ kind }) => kind === "audioinput") ? "granted" : "missing";
}

/** Asks the viewer. @returns as permission */
export async function ask() {
    try {
        (await microphone()).getTracks().forEach((track) => track.stop());
        return "granted";
    } catch (failure) {
        return why(failure);
    }
}

export const why = ({ name }) => (name === "NotAllowedError" || name === "SecurityError" ? "refused" : "missing");
