package ma.mowakaba.telephony;

import java.util.ArrayList;
import java.util.List;
import ma.mowakaba.kernel.Language;

/** Sixty and eighty count on to 79 and 99; "et" stands before one and eleven but not after eighty; only whole eighties and hundreds have an s. */
final class FrenchNumbers implements NumberGrammar {

    @Override
    public List<String> number(int number, boolean feminine) {
        NumberGrammar.checked(number);
        int hundreds = number / 100 * 100;
        int rest = number % 100;
        List<String> keys = new ArrayList<>();
        if (hundreds > 0) {
            keys.add("number-" + hundreds + (rest > 0 && hundreds > 100 ? "-and" : ""));
        }
        if (rest > 0 || number == 0) {
            keys.addAll(below100(rest, feminine));
        }
        return keys;
    }

    private static List<String> below100(int number, boolean feminine) {
        if (number < 20) {
            return List.of(number == 1 && feminine ? "number-f-1" : "number-" + number);
        }
        int ten = number < 60 ? number / 10 * 10 : number / 20 * 20;
        int rest = number - ten;
        if (rest == 0) {
            return List.of("number-" + ten);
        }
        boolean joined = ten == 80 || rest == 1 || rest == 11;
        List<String> keys = new ArrayList<>(List.of("number-" + ten + (joined ? "-and" : "")));
        keys.addAll(below100(rest, feminine));
        return keys;
    }

    @Override
    public List<String> counted(int number, Noun noun) {
        if (number == 1) {
            return List.of(noun.form("one"));
        }
        List<String> keys = new ArrayList<>(number(number, noun.feminine(Language.FR)));
        keys.add(noun.form("many"));
        return keys;
    }
}
