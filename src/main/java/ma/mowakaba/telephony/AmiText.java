package ma.mowakaba.telephony;

import java.util.regex.Pattern;

/** Makes a text fit for one header of one action: Asterisk-Java writes values as they are, and a line break would begin another action. */
final class AmiText {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029,]+");
    private static final int LONGEST = 200;

    private AmiText() {}

    /** @return the text without line breaks, control characters and commas, at most 200 characters */
    static String clean(String text) {
        String clean = BREAKS.matcher(text).replaceAll(" ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
