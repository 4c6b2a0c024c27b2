package ma.mowakaba.telephony;

import java.util.ArrayList;
import java.util.List;
import ma.mowakaba.kernel.Language;

/**
 * Units stand before tens, joined by "and"; the noun decides the number's form, and the number the noun's: one and two are said by the noun
 * alone, 3 to 10 take its plural, 11 to 99 its singular in the accusative, whole hundreds its singular in the genitive.
 */
final class ArabicNumbers implements NumberGrammar {

    @Override
    public List<String> number(int number, boolean feminine) {
        NumberGrammar.checked(number);
        int rest = number % 100;
        List<String> keys = new ArrayList<>(hundreds(number));
        if (rest > 0 || number == 0) {
            keys.addAll(below100(rest, feminine));
        }
        return keys;
    }

    private static List<String> hundreds(int number) {
        int hundreds = number / 100 * 100;
        return hundreds == 0 ? List.of() : List.of("number-" + hundreds + (number > hundreds ? "-and" : ""));
    }

    private static List<String> below100(int number, boolean feminine) {
        if (number == 0 || number >= 20 && number % 10 == 0) {
            return List.of("number-" + number);
        }
        String gender = feminine ? "number-f-" : "number-";
        return number < 20 ? List.of(gender + number) : List.of(gender + number % 10, "and-" + number / 10 * 10);
    }

    @Override
    public List<String> counted(int number, Noun noun) {
        NumberGrammar.checked(number);
        int rest = number % 100;
        List<String> keys = new ArrayList<>();
        if (rest == 1 || rest == 2) {
            keys.addAll(hundreds(number));
            keys.add(noun.form(rest == 1 ? "one" : "two"));
        } else {
            keys.addAll(number == 200 ? List.of("number-200-of") : number(number, noun.feminine(Language.AR)));
            keys.add(noun.form(rest == 0 ? "hundred" : rest <= 10 ? "few" : "many"));
        }
        return keys;
    }
}
