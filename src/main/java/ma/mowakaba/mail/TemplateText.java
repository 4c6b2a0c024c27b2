package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.mail.MailTemplates.Fault;
import ma.mowakaba.mail.MailTemplates.Kind;
import ma.mowakaba.mail.MailTemplates.Placeholder;

/** A text with placeholders in braces: what is wrong with it, and the text with values in their place. */
final class TemplateText {

    private static final int LONGEST = 5_000;
    private static final Pattern BRACES = Pattern.compile("\\{([^{}\\n]*)}");

    private TemplateText() {}

    static List<Fault> faults(Kind kind, String text) {
        List<Fault> faults = new ArrayList<>();
        if (text.isBlank()) {
            return List.of(new Fault("empty", ""));
        }
        if (text.length() > LONGEST) {
            faults.add(new Fault("long", String.valueOf(LONGEST)));
        }
        List<Placeholder> used = new ArrayList<>();
        for (Matcher found = BRACES.matcher(text); found.find(); ) {
            known(kind, found.group(1))
                    .ifPresentOrElse(used::add, () -> faults.add(new Fault("unknown", found.group())));
        }
        if (BRACES.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
            faults.add(new Fault("brace", ""));
        }
        kind.known().stream()
                .filter(kind.needed()::contains)
                .filter(needed -> !used.contains(needed))
                .forEach(needed -> faults.add(new Fault("missing", "{" + needed.code() + "}")));
        return faults;
    }

    /** What a value says is said as it is: braces in it mean nothing. */
    static String filled(Kind kind, String text, Map<Placeholder, String> values) {
        return BRACES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(known(kind, found.group(1))
                        .map(placeholder -> values.getOrDefault(placeholder, ""))
                        .orElse(found.group())))
                .strip();
    }

    private static Optional<Placeholder> known(Kind kind, String written) {
        String code = written.strip().toLowerCase(Locale.ROOT);
        return kind.known().stream()
                .filter(placeholder -> placeholder.code().equals(code))
                .findFirst();
    }
}
