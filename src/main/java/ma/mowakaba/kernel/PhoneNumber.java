package ma.mowakaba.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A telephone number that exists in some numbering plan.
 *
 * @param e164 plus sign, country code and number, as in {@code +212661223344}
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final int SHOWN_AT_MOST = 10_000;
    /** In one text, what turns out to be none counted. */
    private static final int MOST_TRIES = 100;

    /** As people here write it, by E.164: lists show the same numbers again and again. */
    private static final Map<String, String> SHOWN = new ConcurrentHashMap<>();

    public PhoneNumber {
        if (!e164.matches("\\+[1-9][0-9]{3,14}")) {
            throw Problem.invalid("phone.malformed");
        }
    }

    /**
     * @param raw as dialled or written in Morocco: {@code 0661-22.33.44}, {@code +212 6…}, {@code 00212…}, {@code (0)6…},
     *     Arabic-Indic digits
     * @return empty for a withheld number and for anything that is no number; a withheld number is not an error
     */
    public static Optional<PhoneNumber> parse(String raw) {
        String text =
                raw.strip().replaceFirst("^\\+?(00)?212\\s*\\(0\\)", "+212").replaceFirst("^\\(0\\)", "0");
        if (text.startsWith("00")) {
            text = "+" + text.substring(2);
        }
        try {
            Phonenumber.PhoneNumber number = PLANS.parse(text, "MA");
            return PLANS.isPossibleNumber(number)
                    ? Optional.of(new PhoneNumber(PLANS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException | Problem e) {
            return Optional.empty();
        }
    }

    /** A number where somebody wrote it. @param end behind its last digit */
    public record Written(PhoneNumber number, int start, int end) {}

    /** @return the numbers that stand in a text as people write them here, in their order; what only looks like one is none */
    public static List<Written> in(String text) {
        List<Written> found = new ArrayList<>();
        PLANS.findNumbers(text, "MA", Leniency.VALID, MOST_TRIES)
                .forEach(match -> found.add(new Written(
                        new PhoneNumber(PLANS.format(match.number(), PhoneNumberFormat.E164)),
                        match.start(),
                        match.end())));
        return found;
    }

    /** @return whether it is a mobile line, which a short ring ("bip") asks to call back */
    public boolean mobile() {
        return PLANS.getNumberType(parsed()) == PhoneNumberType.MOBILE;
    }

    /** @return as people here write it: {@code 0661-223344}; numbers of other countries with their prefix */
    public String national() {
        if (SHOWN.size() >= SHOWN_AT_MOST) {
            SHOWN.clear();
        }
        return SHOWN.computeIfAbsent(e164, number -> written());
    }

    private String written() {
        return e164.startsWith("+212")
                ? PLANS.format(parsed(), PhoneNumberFormat.NATIONAL)
                : PLANS.format(parsed(), PhoneNumberFormat.INTERNATIONAL);
    }

    /** @return fit for a log: {@code +21266•••44} */
    public String masked() {
        return e164.substring(0, Math.min(6, e164.length() - 2)) + "•••" + e164.substring(e164.length() - 2);
    }

    private Phonenumber.PhoneNumber parsed() {
        try {
            return PLANS.parse(e164, null);
        } catch (NumberParseException e) {
            throw new IllegalStateException("checked in the constructor", e);
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
