package ma.mowakaba.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;

/**
 * An available advisor, as a decision sees him.
 *
 * @param phone whether a call can be rung through to him
 * @param idleSince when he was last given something, had done with something or came
 * @param keptFor the call he is kept free for
 */
record Desk(
        StaffId advisor,
        Set<Skill> skills,
        Capacity capacity,
        boolean phone,
        Load load,
        Instant idleSince,
        Optional<ContactId> keptFor) {

    /** What somebody has in hand; mails count web contacts too. */
    record Load(int calls, int chats, int mails) {

        static final Load NONE = new Load(0, 0, 0);

        Load plus(Channel channel) {
            return switch (channel) {
                case CALL -> new Load(calls + 1, chats, mails);
                case CHAT -> new Load(calls, chats + 1, mails);
                case MAIL, WEB -> new Load(calls, chats, mails + 1);
            };
        }
    }

    /** A call excludes everything but mails in hand; chats exclude calls. */
    boolean room(Channel channel) {
        return switch (channel) {
            case CALL -> phone && load.calls() == 0 && load.chats() == 0;
            case CHAT -> load.calls() == 0 && load.chats() < capacity.chats();
            case MAIL, WEB -> load.calls() == 0 && load.mails() < capacity.mails();
        };
    }

    Desk with(Channel channel, Instant at) {
        return new Desk(advisor, skills, capacity, phone, load.plus(channel), at, keptFor);
    }
}
