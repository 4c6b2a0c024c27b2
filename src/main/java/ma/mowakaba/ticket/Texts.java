package ma.mowakaba.ticket;

/** Lengths of what strangers write. */
final class Texts {
    private Texts() {}

    /** @return at most that many characters, never half of a surrogate pair */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
