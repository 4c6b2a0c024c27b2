package ma.mowakaba.telephony;

import java.util.List;

/** What we tell the exchange to do. Every method is refused with UNAVAILABLE {@code exchange.away} while there is no connection. */
interface ExchangeLink {

    Switchboard.ExchangeState state();

    /** @return the Linkedids of the calls the exchange has now */
    List<String> liveCalls();

    List<Member> members();

    void add(Member member);

    void remove(String queue, String device);

    void pause(String queue, String device, boolean paused);

    /** Rings the device, and when it is picked up dials the number; the call's Linkedid is the given one. */
    void originate(String linkedid, String device, String number);

    void hangUp(String channel);

    void transfer(String channel, String extension);

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
