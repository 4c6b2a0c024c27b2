package ma.mowakaba.kb;

import org.jspecify.annotations.Nullable;

/** What a character is part of; worked out once for all of them, since texts are read letter by letter. */
final class Letters {

    private static final Word.@Nullable Script[] SCRIPTS = new Word.Script[Character.MAX_VALUE + 1];

    static {
        for (int letter = 0; letter < SCRIPTS.length; letter++) {
            SCRIPTS[letter] = find(letter);
        }
    }

    private Letters() {}

    /** @return empty for what belongs to no word */
    static Word.@Nullable Script script(char letter) {
        return SCRIPTS[letter];
    }

    /** @return where the word ends that begins there with a letter of the script; Latin ones have digits in them */
    static int end(String text, int from, Word.Script script) {
        int end = from + 1;
        while (end < text.length() && goesOn(script, script(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean goesOn(Word.Script word, Word.@Nullable Script letter) {
        return letter == word || word == Word.Script.LATIN && letter == Word.Script.NUMBER;
    }

    /** @return whether it is a vowel sign, a lengthening or a mark of direction, which some write and others leave out */
    static boolean invisible(char letter) {
        return letter >= '\u064B' && letter <= '\u065F'
                || letter == '\u0670'
                || letter >= '\u06D6' && letter <= '\u06ED'
                || letter == '\u0640'
                || letter >= '\u200B' && letter <= '\u200F'
                || letter >= '\u202A' && letter <= '\u202E'
                || letter >= '\u2066' && letter <= '\u2069'
                || letter == '\uFEFF'
                || letter == '\u00AD';
    }

    private static Word.@Nullable Script find(int letter) {
        if (letter >= '0' && letter <= '9') {
            return Word.Script.NUMBER;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case ARABIC -> Character.isLetter(letter) ? Word.Script.ARABIC : null;
            case TIFINAGH -> Word.Script.TIFINAGH;
            case LATIN -> Word.Script.LATIN;
            default -> null;
        };
    }
}
