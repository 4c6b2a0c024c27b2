package ma.mowakaba.kb;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.FrenchStemmer;

/** French words made comparable, with and without their accents. */
final class FrenchWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private FrenchWords() {}

    static String folded(String word) {
        if (isAscii(word)) {
            return word;
        }
        String plain = word.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    }

    private static boolean isAscii(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** @return two keys where accents change the stem, since half of the writers leave them out; first the one that both give */
    static Set<String> stems(String word) {
        String folded = folded(word);
        String bare = stem(folded);
        String kept = folded.equals(word) ? bare : folded(stem(word));
        return new LinkedHashSet<>(List.of(bare, kept));
    }

    private static String stem(String word) {
        FrenchStemmer stemmer = new FrenchStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
