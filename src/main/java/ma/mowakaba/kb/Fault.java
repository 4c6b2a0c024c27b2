package ma.mowakaba.kb;

import java.util.Locale;

/** What can be wrong in an article file; each has words in every language, {@code kb.fault.<name>}, and these for whoever starts a center. */
enum Fault {
    NO_HEAD("the file must begin with a line of three hyphens"),
    HEAD_OPEN("the front matter is not closed by three hyphens"),
    SLUG("the folder must be a slug of a–z, 0–9 and hyphens"),
    FILE_NAME("the file must be called ar.md or fr.md"),
    UNREADABLE("the file is not text in UTF-8"),
    YAML("%s"),
    KEYS("the front matter must be keys with values"),
    KEY_MISSING("`%s` is missing"),
    KEY_UNKNOWN("`%s` is not a known key"),
    DOMAIN("`%s` is not a domain code"),
    DAY("`%s` must be a day of the calendar such as 2026-11-23"),
    LIST("`%s` must be a list"),
    ENTRY("each entry of `%s` has `text` and may have `url`"),
    ADDRESS("an address in `%s` must begin with http:// or https://"),
    TEXT("`%s` must be text"),
    NO_PARTS("the article has no parts"),
    HEADING("a part begins with a heading of level 2 such as `## Les étapes {#steps}`"),
    ANCHOR("the heading needs an anchor such as {#steps}"),
    PART("`%s` is not one of %s"),
    ORDER("`%s` comes twice or too late; the order is %s"),
    ITEMS("the part `%s` needs a list"),
    NUMBERS("the steps must be a numbered list"),
    LINK("`%s` leads nowhere: an address begins with https://, that of an article with /help/"),
    ARTICLE("there is no article `%s`");

    private final String english;

    Fault(String english) {
        this.english = english;
    }

    /** @return whether its first argument is a key of the head */
    boolean ofTheHead() {
        return compareTo(KEY_MISSING) >= 0 && compareTo(TEXT) <= 0;
    }

    String english(Object... arguments) {
        return english.formatted(arguments);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
