package ma.mowakaba.ticket;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.EmailAddress;

/** Addresses in a column: none has a space in it. */
final class Copies {
    private static final Pattern SPACE = Pattern.compile(" ");

    private Copies() {}

    static String written(List<EmailAddress> copies) {
        return copies.stream().map(EmailAddress::value).collect(Collectors.joining(" "));
    }

    static List<EmailAddress> read(String column) {
        return SPACE.splitAsStream(column)
                .filter(address -> !address.isEmpty())
                .map(EmailAddress::new)
                .toList();
    }
}
