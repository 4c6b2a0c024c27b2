package ma.mowakaba.kb;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The consonants of a word: one key for Arabic script and for Darija in Latin letters and digits. */
final class Skeleton {

    private static final Pattern LAST_H = Pattern.compile("[هة]$");
    private static final Pattern DOUBLES = Pattern.compile("(.)\\1+");
    private static final Pattern LATIN_VOWELS = Pattern.compile("[aeiouyw2'àâäéèêëîïôöùûü]");
    private static final Pattern ARABIC_VOWELS = Pattern.compile("[اويىةءأإآؤئ]");
    private static final String ARABIC = "بتثجحخدذرزسشصضطظعغفقكلمنهڭگڤپ";
    private static final String LATIN = "bttj7xddrzs$sdtd3gf9klmnhggfb";

    private Skeleton() {}

    /** @param word Arabic, spelling folded or not */
    static String ofArabic(String word) {
        String consonants =
                ARABIC_VOWELS.matcher(LAST_H.matcher(word).replaceFirst("")).replaceAll("");
        StringBuilder key = new StringBuilder();
        for (char letter : consonants.toCharArray()) {
            int place = ARABIC.indexOf(letter);
            if (place >= 0) {
                key.append(LATIN.charAt(place));
            }
        }
        return DOUBLES.matcher(key).replaceAll("$1");
    }

    /** @param word in Latin letters and digits, small */
    static String ofLatin(String word) {
        String key = word.replace("kh", "5")
                .replace("gh", "g")
                .replace("ch", "$")
                .replace("sh", "$")
                .replace("ph", "f")
                .replace("x", "$")
                .replace('5', 'x')
                .replace('q', '9')
                .replace('8', 'h')
                .replace('6', 't')
                .replace('p', 'b')
                .replace('v', 'f')
                .replace('c', 'k')
                .replace('ç', 's');
        return DOUBLES.matcher(LATIN_VOWELS.matcher(key).replaceAll("")).replaceAll("$1");
    }

    /** @return the key, and the keys without the article and the particles that Darija writes together with the word */
    static Set<String> variants(String latin) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(ofLatin(latin));
        for (String start : new String[] {"l", "f", "b", "w", "fl", "bl", "wl", "lil", "lel", "al", "el"}) {
            if (latin.startsWith(start) && latin.length() >= start.length() + 3) {
                keys.add(ofLatin(latin.substring(start.length())));
            }
        }
        keys.removeIf(key -> key.length() < 2);
        return keys;
    }
}
