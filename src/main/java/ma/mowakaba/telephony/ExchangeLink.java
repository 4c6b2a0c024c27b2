package ma.mowakaba.telephony;

import java.util.List;

/** What we tell the exchange to do. Every method is refused with UNAVAILABLE {@code exchange.away} while there is no connection. */
interface ExchangeLink {

    Switchboard.ExchangeState state();

    /** @return the Linkedids of the calls the exchange has now */
    List<String> liveCalls();

    List<Member> members();

    /** Its answer comes as {@link DeviceState}, one for each device, over the live link. */
    void askForDevices();

    void add(Member member);

    void remove(String queue, String device);

    void pause(String queue, String device, boolean paused);

    /** In every queue the device is a member of. */
    void pause(String device, boolean paused);

    /** Rings the device, and when it is picked up dials the number; the call's Linkedid is the given one. */
    void originate(String linkedid, String device, String number);

    void hangUp(String channel);

    void transfer(String channel, String extension);

    /** Makes what is recorded of a channel silent, or not any more. */
    void silence(String channel, boolean silent);

    /** Writes a line of our own into the exchange's journal. */
    void note(Note note);

    /** Rings a supervisor's telephone and lets him hear the call. */
    void hear(Hearing hearing);

    /** The waiting caller goes on in another queue. */
    void move(String channel, String from, String to);

    /** @param priority higher is served first */
    void priority(String channel, String queue, int priority);

    /**
     * @param id the exchange's name for the supervisor's own part
     * @param device the supervisor's telephone
     * @param extension of the advisor whose channel is heard, which must belong to that call
     */
    record Hearing(String id, String device, Supervision.Ear how, String extension, String linkedid) {}

    /**
     * @param queue {@code NONE} where there is none, as the exchange says it
     * @param what capital letters
     * @param detail empty when there is nothing to add
     */
    record Note(String queue, String device, String linkedid, String what, String detail) {

        static final String NONE = "NONE";

        static Note of(String queue, String device, String linkedid, String what) {
            return new Note(queue, device, linkedid, what, "");
        }
    }

    /**
     * A device that a queue may ring.
     *
     * @param device as in {@code PJSIP/1001}
     * @param penalty 0 is rung first
     */
    record Member(String queue, String device, String name, int penalty, boolean paused) {

        Key key() {
            return new Key(queue, device);
        }

        record Key(String queue, String device) {}
    }
}
