package ma.mowakaba.kb;

import ma.mowakaba.kernel.Language;

/** How a text is written, which is not the same as its language: Darija comes in two scripts. */
enum Writing {
    /** Arabic script, of the written language or Darija. */
    ARABIC(Language.AR),
    /** Darija in Latin letters and digits. */
    ARABIZI(Language.AR),
    FRENCH(Language.FR),
    ENGLISH(Language.EN),
    TIFINAGH(Language.ZGH);

    private final Language language;

    Writing(Language language) {
        this.language = language;
    }

    /** @return the language in which the writer is answered */
    Language language() {
        return language;
    }
}
