package ma.mowakaba.mail;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;

/** Door beside {@link Mailroom}: the texts that the center writes by itself, in each language, as delivered or as somebody here wrote them. */
public interface MailTemplates {

    /** @return in Arabic, French and English */
    List<Template> of(Kind kind);

    /** @param language Arabic where a text is not written in it */
    String fill(Kind kind, Language language, Map<Placeholder, String> values);

    /** @return what keeps a text from being used, in its order; empty when nothing does */
    List<Fault> faults(Kind kind, String text);

    /**
     * @param version the one the caller read, 0 for a delivered text
     * @throws ma.mowakaba.kernel.Problem INVALID {@code mail.template} when it has faults, STALE {@code mail.template.stale} when somebody
     *     else changed it meanwhile
     */
    void write(Kind kind, Language language, String text, long version, StaffId by);

    /**
     * The delivered text counts again.
     *
     * @throws ma.mowakaba.kernel.Problem STALE {@code mail.template.stale}
     */
    void restore(Kind kind, Language language, long version);

    /** @return the mail as its reader sees it, with invented values; HTML of a whole page @param text that has no faults */
    String preview(Kind kind, Language language, String text);

    /** Message {@code mail.placeholder.<code>} says what stands there, {@code mail.placeholder.<code>.sample} an example. */
    enum Placeholder {
        NUMBER,
        SUBJECT,
        CENTER,
        ARTICLE,
        DATE,
        CHANGES;

        /** @return as it is written between braces */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Message {@code mail.template.<code>}: the delivered text, with the placeholders as arguments in this order. */
    enum Kind {
        ACKNOWLEDGEMENT(Set.of(Placeholder.NUMBER), Placeholder.NUMBER, Placeholder.SUBJECT, Placeholder.CENTER),
        TRANSCRIPT(Set.of(), Placeholder.NUMBER, Placeholder.SUBJECT, Placeholder.CENTER),
        ARTICLE(Set.of(Placeholder.ARTICLE), Placeholder.ARTICLE, Placeholder.NUMBER, Placeholder.CENTER),
        RENEWAL(Set.of(Placeholder.ARTICLE), Placeholder.DATE, Placeholder.ARTICLE, Placeholder.CENTER),
        RULE(
                Set.of(Placeholder.ARTICLE, Placeholder.CHANGES),
                Placeholder.DATE,
                Placeholder.ARTICLE,
                Placeholder.CHANGES,
                Placeholder.CENTER);

        private final Set<Placeholder> needed;
        private final List<Placeholder> known;

        Kind(Set<Placeholder> needed, Placeholder... known) {
            this.needed = needed;
            this.known = List.of(known);
        }

        /** @return those without which the text does not do what it is for */
        public Set<Placeholder> needed() {
            return needed;
        }

        public List<Placeholder> known() {
            return known;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code mail.template.unknown} */
        public static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return kind;
                }
            }
            throw ma.mowakaba.kernel.Problem.notFound("mail.template.unknown");
        }
    }

    /** @param code message {@code mail.template.fault.<code>} @param about its argument */
    record Fault(String code, String about) {}

    /** @param written empty for a delivered text @param version 0 for a delivered one */
    record Template(Kind kind, Language language, String text, long version, Optional<Written> written) {}

    record Written(StaffId by, Instant at) {}

    /** @return an empty table of values, to be filled */
    static Map<Placeholder, String> values() {
        return new EnumMap<>(Placeholder.class);
    }
}
