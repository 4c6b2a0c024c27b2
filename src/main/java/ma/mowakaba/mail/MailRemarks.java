package ma.mowakaba.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What whoever reads a message that came by mail has to know about it: who forwarded it, whether its sender is proven, what a report says. */
public interface MailRemarks {

    /** @param messages any of a case @return those of each message that has any, in their order */
    Map<UUID, List<Remark>> of(Collection<UUID> messages);

    /**
     * @param code message {@code mail.remark.<code>}
     * @param arguments of that message, as in an address
     */
    record Remark(String code, List<String> arguments) {

        private static final Set<String> TELLING = Set.of("confirmed", "forwarded", "returned.delivered", "read-again");

        public Remark {
            arguments = List.copyOf(arguments);
        }

        static Remark of(String code, String... arguments) {
            return new Remark(code, List.of(arguments));
        }

        /** @return whether it warns; else it only tells */
        public boolean warns() {
            return !TELLING.contains(code);
        }
    }
}
