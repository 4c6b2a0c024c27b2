package ma.mowakaba.kb;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A part of what is indexed for a passage. */
enum Zone {
    /** The passage itself. */
    BODY,
    /** Title of its article, in both languages. */
    TITLE,
    /** Summary, keywords and laws of its article, in both languages. */
    HEAD,
    /** All of its article. */
    WHOLE,
    /** Which part of the article it is. */
    PART;

    /** The zones that hold words of the article. */
    static final List<Zone> OF_WORDS = List.of(BODY, TITLE, HEAD, WHOLE);

    private final List<String> fields = Stream.of(Field.values())
            .map(field -> name().toLowerCase(Locale.ROOT) + "_" + field.code())
            .toList();

    String field(Field field) {
        return fields.get(field.ordinal());
    }
}
