package ma.mowakaba.kb;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text without what tells whose it is: addresses, numbers, names that introduce themselves or are known, and the signature. */
public final class Impersonal {

    private static final String GONE = "…";

    /** In this order: an address holds a name and digits, too. */
    private static final List<Pattern> PERSONAL = List.of(
            Pattern.compile("(?is)(?:^|\\R)\\s*(?:cordialement|bien à vous|salutations|sincères salutations|merci"
                    + " d'avance|best regards|مع (?:خالص )?(?:التحية|التحيات|الشكر)|تحياتي|وتقبلوا|والسلام"
                    + " عليكم).*$"),
            Pattern.compile("(?i)\\bhttps?://\\S+|\\bwww\\.\\S+"),
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+"),
            Pattern.compile(
                    "(?i)(?<=\\b(?:je m['’]appelle|mon nom est|my name is|ana smiti|smiti|smiyti|smiyty)\\s)\\s*"
                            + "[\\p{L}\\d'-]+(?:\\s+[\\p{L}\\d'-]+)?"),
            Pattern.compile("(?<=(?:^|\\s|[،.])(?:و?[إا]سمي|سميتي|أنا سميتي)\\s)\\s*\\p{L}+(?:\\s+\\p{L}+)?"),
            Pattern.compile(
                    "(?<=\\b(?:M\\.|Mr|Mme|Mlle|Monsieur|Madame)\\s)\\s*\\p{Lu}[\\p{L}'-]+(?:\\s+\\p{Lu}[\\p{L}'-]+)*"),
            Pattern.compile("(?<=(?:^|\\s)و?السيدة?\\s)\\s*(?!ال)\\p{L}+(?:\\s+\\p{L}+)?"),
            Pattern.compile("\\+?\\p{Nd}(?:[\\s./()-]*\\p{Nd}){2,}|\\p{L}{1,3}\\p{Nd}{3,}\\w*"));

    /** Words that stand in most names of associations and tell nobody from another. */
    private static final Set<String> COMMON =
            Set.of("association", "jam3iya", "pour", "les", "des", "جمعية", "الجمعية");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern GAPS = Pattern.compile("…(?:[\\s,،.;:]*…)+");

    private Impersonal() {}

    /** @param names known to belong to whoever wrote it; words of two letters are kept */
    public static String of(String text, Collection<String> names, int longest) {
        String kept = text;
        for (Pattern personal : PERSONAL) {
            kept = personal.matcher(kept).replaceAll(GONE);
        }
        for (String name : names) {
            for (String word : name.split("[^\\p{L}]+")) {
                if (word.length() > 2 && !COMMON.contains(word.toLowerCase(Locale.ROOT))) {
                    kept = Pattern.compile("(?iu)(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})")
                            .matcher(kept)
                            .replaceAll(GONE);
                }
            }
        }
        String told = GAPS.matcher(SPACE.matcher(kept).replaceAll(" "))
                .replaceAll(GONE)
                .strip();
        return told.length() > longest ? told.substring(0, longest) : told;
    }
}
