package ma.mowakaba.mail;

import java.util.Arrays;

/**
 * The bytes of a mail, and the beginnings of its lines that start with two hyphens: no other line can divide it, and they are looked for
 * once, however deep it is nested.
 *
 * @param hyphens ascending, at most {@value #MOST}
 * @param cut whether there are more
 */
record MimeBytes(byte[] bytes, int[] hyphens, boolean cut) {

    private static final int MOST = 20_000;

    static MimeBytes of(byte[] bytes) {
        int[] found = new int[64];
        int count = 0;
        for (int at = 0; at < bytes.length; at = nextLine(bytes, lineEnd(bytes, at, bytes.length), bytes.length)) {
            if (bytes[at] == '-' && at + 1 < bytes.length && bytes[at + 1] == '-') {
                if (count == MOST) {
                    return new MimeBytes(bytes, found, true);
                }
                found = count == found.length ? Arrays.copyOf(found, Math.min(MOST, 2 * count)) : found;
                found[count++] = at;
            }
        }
        return new MimeBytes(bytes, Arrays.copyOf(found, count), false);
    }

    /** @return which of {@link #hyphens} is the first at or after this place */
    int hyphenFrom(int at) {
        int found = Arrays.binarySearch(hyphens, at);
        return found < 0 ? -found - 1 : found;
    }

    int lineEnd(int from, int to) {
        return lineEnd(bytes, from, to);
    }

    int nextLine(int end, int to) {
        return nextLine(bytes, end, to);
    }

    /** @return where the line that ends before this place has its last byte behind it */
    int beforeLineEnd(int at, int from) {
        int end = at;
        if (end > from && bytes[end - 1] == '\n') {
            end--;
        }
        return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    /** Lines end by CR, by LF or by both. */
    private static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    private static int nextLine(byte[] bytes, int end, int to) {
        boolean both = end + 1 < to && bytes[end] == '\r' && bytes[end + 1] == '\n';
        return Math.min(to, both ? end + 2 : end + 1);
    }
}
