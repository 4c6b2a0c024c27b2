package ma.mowakaba.demo.exchange;

import java.time.Duration;
import java.util.Optional;

/**
 * What a caller does.
 *
 * @param number as the carrier gives it; empty for a withheld one
 * @param ivr how long he listens before he has chosen
 * @param ring how long a telephone rings before it is picked up
 * @param patience how long he waits before he hangs up, or before the queue sends him away
 * @param talk how long the conversation lasts
 * @param transferTo extension the advisor hands him over to
 * @param recording whether he accepts that the call is recorded
 */
public record CallScript(
        Optional<String> number,
        String name,
        String language,
        String domain,
        Behaviour behaviour,
        Duration ivr,
        Duration ring,
        Duration patience,
        Duration talk,
        String transferTo,
        boolean recording) {

    /** How the call goes. */
    public enum Behaviour {
        ANSWERED,
        /** He hangs up first, so that the dialplan after the queue does not run. */
        ANSWERED_CALLER_HANGS_UP,
        ABANDONED,
        IVR_HANGUP,
        /** Nobody picks up; the queue sends him to voicemail and he leaves nothing. */
        TIMEOUT,
        VOICEMAIL,
        /** The first telephone rings in vain, the next one is picked up. */
        RING_NO_ANSWER,
        TRANSFER
    }

    public static CallScript from(String number) {
        return new CallScript(
                Optional.of(number).filter(n -> !n.isBlank()),
                "",
                "fr",
                "general",
                Behaviour.ANSWERED,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                "",
                true);
    }

    public static CallScript withheld() {
        return from("");
    }

    public CallScript speaking(String code) {
        return new CallScript(number, name, code, domain, behaviour, ivr, ring, patience, talk, transferTo, recording);
    }

    public CallScript about(String code) {
        return new CallScript(
                number, name, language, code, behaviour, ivr, ring, patience, talk, transferTo, recording);
    }

    public CallScript named(String caller) {
        return new CallScript(
                number, caller, language, domain, behaviour, ivr, ring, patience, talk, transferTo, recording);
    }

    public CallScript behaving(Behaviour how) {
        return new CallScript(number, name, language, domain, how, ivr, ring, patience, talk, transferTo, recording);
    }

    public CallScript lasting(Duration menu, Duration ringing, Duration waiting, Duration talking) {
        return new CallScript(
                number, name, language, domain, behaviour, menu, ringing, waiting, talking, transferTo, recording);
    }

    public CallScript refusingToBeRecorded() {
        return new CallScript(number, name, language, domain, behaviour, ivr, ring, patience, talk, transferTo, false);
    }

    public CallScript talking(Duration talking) {
        return lasting(ivr, ring, patience, talking);
    }

    public CallScript transferredTo(String extension) {
        return new CallScript(
                number, name, language, domain, Behaviour.TRANSFER, ivr, ring, patience, talk, extension, recording);
    }
}
