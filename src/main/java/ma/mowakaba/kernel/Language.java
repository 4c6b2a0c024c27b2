package ma.mowakaba.kernel;

import java.util.Arrays;
import java.util.Locale;

/** A language that a contact is held in or a page is shown in. */
public enum Language {
    AR("ar", "ar-MA", true),
    FR("fr", "fr-MA", false),
    EN("en", "en", false),
    ZGH("zgh", "zgh-MA", false);

    private final String code;
    private final Locale locale;
    private final boolean rightToLeft;

    Language(String code, String tag, boolean rightToLeft) {
        this.code = code;
        this.locale = Locale.forLanguageTag(tag);
        this.rightToLeft = rightToLeft;
    }

    /** @return the code outside programs use: {@code ar}, {@code fr}, {@code en} or {@code zgh} */
    public String code() {
        return code;
    }

    /** @return the Moroccan locale; {@code ar-MA} prints 123 and نونبر where {@code ar} prints ١٢٣ and نوفمبر */
    public Locale locale() {
        return locale;
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** @return the value of the HTML attribute {@code dir} */
    public String dir() {
        return rightToLeft ? "rtl" : "ltr";
    }

    /**
     * @param code {@code ar}, {@code fr}, {@code en} or {@code zgh}
     * @throws Problem of kind INVALID for any other
     */
    public static Language of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("language.unknown", code));
    }

    /** @return the language of a locale, Arabic where we do not speak it */
    public static Language of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(locale.getLanguage()))
                .findFirst()
                .orElse(AR);
    }
}
