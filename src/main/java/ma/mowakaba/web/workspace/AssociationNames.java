package ma.mowakaba.web.workspace;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a text may name an association: behind a word such as جمعية or association, with or without it. */
final class AssociationNames {

    /** Of one text. */
    private static final int MOST_PLACES = 12;

    private static final int MOST_WORDS = 9;

    private static final Pattern KIND = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}])(?:[وفبكل]{0,2}(?:ال|ل)?(?<ar>جمعية|تعاونية|منظمة|مؤسسة|نادي|ودادية|فدرالية|فيدرالية|شبكة|رابطة"
                + "|كونفدرالية)|(?:[ld]['’])?(?<latin>associations?|asso|coop[ée]rative|fondation|f[ée]d[ée]ration|r[ée]seau"
                + "|ligue|amicale|club|ong))(?![\\p{L}\\p{N}])");
    private static final Pattern WORD = Pattern.compile("[^\\s.,;:!?()\\[\\]<>\"«»“”،؛؟/|]+");

    private AssociationNames() {}

    /** A name that may be one. @param text as it stands there, with one space between its words */
    record Place(int start, int end, String text) {}

    /** @return for each place the longest first */
    static List<Place> in(String text) {
        List<Place> places = new ArrayList<>();
        Matcher kind = KIND.matcher(text);
        for (int found = 0; found < MOST_PLACES && kind.find(); found++) {
            int start = kind.start("ar") >= 0 ? kind.start("ar") : kind.start("latin");
            names(text, start, kind.end(), places);
        }
        return places;
    }

    private static void names(String text, int start, int end, List<Place> places) {
        List<Place> found = new ArrayList<>();
        Matcher word = WORD.matcher(text).region(end, text.length());
        int last = end;
        int bare = -1;
        for (int words = 0; words < MOST_WORDS && word.find() && between(text, last, word.start()); words++) {
            bare = bare < 0 ? word.start() : bare;
            last = word.end();
            found.addFirst(new Place(bare, last, spaced(text, bare, last)));
            found.addFirst(new Place(start, last, spaced(text, start, last)));
        }
        places.addAll(found);
    }

    /** Nothing but spaces and an opening quotation mark, on one line. */
    private static boolean between(String text, int from, int to) {
        return text.substring(from, to).matches("[ \\t\\u00a0«“\"]{0,4}");
    }

    private static String spaced(String text, int from, int to) {
        return text.substring(from, to)
                .replaceAll("[«»“”\"]", "")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    /** @return the same for names that differ in accents, vowel signs and the seats of hamza only */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\u0640]", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
