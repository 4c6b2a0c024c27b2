package ma.mowakaba.web.kb;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as a search in a list compares it: without accents, vowel signs and hamzas, in small letters. */
final class Folded {

    private static final Pattern SIGNS = Pattern.compile("\\p{M}+|ـ");

    private Folded() {}

    static String of(String text) {
        return SIGNS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
