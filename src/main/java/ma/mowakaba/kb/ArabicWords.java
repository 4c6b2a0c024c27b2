package ma.mowakaba.kb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arabic words made comparable: the spelling folded, the article, attached letters and pronouns taken off, broken plurals led to
 * their singular, Darija verbs to their noun.
 */
final class ArabicWords {

    private static final List<String> ARTICLES =
            List.of("وبال", "وكال", "وال", "فال", "بال", "كال", "عال", "ولل", "لل", "ال");
    private static final List<String> PARTICLES = List.of("و", "ف", "ب", "ل", "ك");
    private static final List<String> PRONOUNS =
            List.of("كما", "هما", "تنا", "نا", "كم", "هم", "ها", "هن", "كن", "تي", "تو", "ه", "ي", "ك", "و");
    private static final List<String> ENDINGS = List.of("ات", "ون", "ين", "ان", "يه", "وا", "ه", "ي");

    private final Map<String, String> known = new HashMap<>();

    ArabicWords() {
        for (List<String> row : Tables.rows("analysis/words.tsv")) {
            for (String form : Tables.variants(row.get(1))) {
                known.putIfAbsent(folded(form), key(row.get(0)));
            }
        }
        for (List<String> row : Tables.rows("analysis/verbs.tsv")) {
            DarijaVerb.forms(row).forEach(form -> known.putIfAbsent(folded(form), key(row.get(0))));
        }
        for (List<String> row : Tables.rows("analysis/plurals.tsv")) {
            String singular = folded(row.get(0));
            String stem = known.computeIfAbsent(singular, ArabicWords::lightStem);
            Tables.variants(row.get(1)).forEach(form -> known.putIfAbsent(folded(form), stem));
        }
    }

    /** @return the spelling that tells nothing apart that writers mix up */
    static String folded(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            switch (letter) {
                case 'أ', 'إ', 'آ', 'ٱ' -> folded.append('ا');
                case 'ئ' -> folded.append(word.startsWith("ئو", i) ? 'و' : 'ي');
                case 'ؤ' -> folded.append('و');
                case 'ى' -> folded.append('ي');
                case 'ة' -> folded.append('ه');
                case 'ڭ', 'گ' -> folded.append('ك');
                case 'ڤ' -> folded.append('ف');
                case 'پ' -> folded.append('ب');
                case 'ء' -> {}
                default -> folded.append(letter);
            }
        }
        return folded.toString();
    }

    /** @return the key under which all forms of the word meet */
    String stem(String word) {
        String folded = folded(word);
        return look(folded).or(() -> withoutParticles(folded)).orElseGet(() -> lightStem(folded));
    }

    /** @return the word without article and attached particles where these are beyond doubt */
    static String bare(String folded) {
        for (String article : ARTICLES) {
            if (folded.startsWith(article) && folded.length() >= article.length() + 2) {
                return folded.substring(article.length());
            }
        }
        return folded;
    }

    private static String key(String words) {
        return folded(words).replace(' ', '_');
    }

    private Optional<String> look(String form) {
        return Optional.ofNullable(known.get(form))
                .or(() -> withoutPronoun(form))
                .or(() -> indefinite(form)
                        ? Optional.ofNullable(known.get(form.substring(0, form.length() - 1)))
                        : Optional.empty());
    }

    /** @return whether the last letter is the one that an object carries when it has no article: فرعا */
    private static boolean indefinite(String form) {
        return form.endsWith("ا") && form.length() >= 4;
    }

    private Optional<String> withoutPronoun(String form) {
        for (String pronoun : PRONOUNS) {
            if (form.endsWith(pronoun) && form.length() >= pronoun.length() + 3) {
                String rest = form.substring(0, form.length() - pronoun.length());
                String found = known.get(rest);
                if (found == null && rest.endsWith("ت")) {
                    found = known.get(rest.substring(0, rest.length() - 1) + "ه");
                }
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> withoutParticles(String folded) {
        String bare = bare(folded);
        if (!bare.equals(folded)) {
            return look(bare);
        }
        for (String particle : PARTICLES) {
            if (folded.startsWith(particle) && folded.length() >= 4) {
                String rest = folded.substring(1);
                Optional<String> found = look(rest).or(() -> look(bare(rest)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String lightStem(String folded) {
        String stem = bare(folded);
        if (stem.equals(folded) && stem.startsWith("و") && stem.length() >= 5) {
            stem = stem.substring(1);
        }
        for (String pronoun : List.of("هما", "كما", "ها", "هم", "كم", "نا")) {
            if (stem.endsWith(pronoun) && stem.length() >= pronoun.length() + 4) {
                stem = stem.substring(0, stem.length() - pronoun.length());
                break;
            }
        }
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending) && stem.length() >= ending.length() + 3) {
                return stem.substring(0, stem.length() - ending.length());
            }
        }
        if (indefinite(stem)) {
            return stem.substring(0, stem.length() - 1);
        }
        return stem.endsWith("ت") && stem.length() >= 5 ? stem.substring(0, stem.length() - 1) : stem;
    }
}
