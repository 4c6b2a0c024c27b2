package ma.mowakaba.telephony;

import java.util.stream.Stream;

/** Extensions as settings list them: single ones and ranges of the same length, as in {@code 2001-2300 2400}. */
final class ExtensionList {

    private ExtensionList() {}

    static boolean names(String list, String extension) {
        return Stream.of(list.split("\\s+"))
                .filter(item -> !item.isEmpty())
                .map(item -> item.split("-", 2))
                .anyMatch(ends -> within(extension, ends[0], ends[ends.length - 1]));
    }

    private static boolean within(String extension, String first, String last) {
        return extension.length() == first.length()
                && extension.compareTo(first) >= 0
                && extension.compareTo(last) <= 0;
    }
}
