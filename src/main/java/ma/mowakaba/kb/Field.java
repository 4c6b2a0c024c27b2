package ma.mowakaba.kb;

import java.util.Locale;

/** A way of comparing words; each is one index field per zone of an article. */
enum Field {
    /** Arabic as written, spelling folded. */
    NORM,
    /** Arabic key under which forms meet. */
    STEM,
    /** Three letters in a row of an Arabic word. */
    GRAM,
    /** Consonants, shared by Arabic script and Latin letters. */
    SKELETON,
    /** French as written, without accents. */
    FOLD,
    /** French stem. */
    ROOT,
    /** Four letters in a row of a French word. */
    PIECE,
    /** An idea of the glossary, whatever language named it. */
    IDEA;

    /** @return whether its terms are pieces of words */
    boolean letters() {
        return this == GRAM || this == PIECE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
