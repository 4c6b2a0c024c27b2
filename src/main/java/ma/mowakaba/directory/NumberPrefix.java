package ma.mowakaba.directory;

import java.util.Optional;

/** The beginning of a telephone number, as somebody types it. */
final class NumberPrefix {
    private NumberPrefix() {}

    /** @return {@code +2126612} for {@code 0661-2} or {@code 00212 6612}; empty when fewer than three digits or other signs */
    static Optional<String> of(String typed) {
        String text = typed.replaceAll("[\\s.\\-()/]", "");
        if (!text.matches("\\+?\\p{Nd}{3,15}")) {
            return Optional.empty();
        }
        String digits = ascii(text);
        if (digits.startsWith("+")) {
            return Optional.of(digits);
        }
        if (digits.startsWith("00")) {
            return Optional.of("+" + digits.substring(2));
        }
        return Optional.of(digits.startsWith("0") ? "+212" + digits.substring(1) : "+" + digits);
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
        return out.toString();
    }
}
