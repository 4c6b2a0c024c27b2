package ma.mowakaba.mail;

/**
 * What reading one mail may cost. Counts and not clocks, so that a mail reads the same on every machine; what goes beyond stays in the
 * raw mail.
 */
final class Budget {

    /** Levels of parts in parts. */
    static final int DEEPEST = 30;

    private static final int MOST_PARTS = 300;
    /** Characters of text, over all parts; twice, since a mail may say everything in two forms. */
    private static final int LONGEST = 1_000_000;
    /** Of HTML: beginnings of tags, over all parts. */
    private static final int MOST_TAGS = 60_000;

    private int parts = MOST_PARTS;
    private int characters = LONGEST;
    private int tags = MOST_TAGS;
    private boolean exceeded;

    /** @return whether another part may be read */
    boolean part() {
        parts--;
        return within(parts >= 0);
    }

    int partsLeft() {
        return Math.max(0, parts);
    }

    int number() {
        return MOST_PARTS - parts;
    }

    boolean deep(int depth) {
        return !within(depth <= DEEPEST);
    }

    /** @return so many bytes of a text are worth decoding: three for each as quoted-printable writes it */
    int bytes() {
        return 6 * characters;
    }

    /** @return whether this is allowed; remembered when it is not */
    boolean within(boolean allowed) {
        exceeded |= !allowed;
        return allowed;
    }

    boolean exceeded() {
        return exceeded;
    }

    String words(String text) {
        String kept = cut(text, characters);
        characters -= kept.length();
        return kept;
    }

    String markup(String html) {
        String kept = words(html);
        for (int at = kept.indexOf('<'); at >= 0; at = kept.indexOf('<', at + 1)) {
            if (!within(--tags >= 0)) {
                return kept.substring(0, at);
            }
        }
        return kept;
    }

    /** @return at most that many characters, never half of one */
    String cut(String text, int length) {
        if (within(text.length() <= length)) {
            return text;
        }
        int end = Math.max(0, length);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
