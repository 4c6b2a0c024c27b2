package ma.mowakaba.kb;

import java.util.List;

/** An article file that cannot be read; the message names the file, the line and what is wrong there. */
final class MalformedArticle extends RuntimeException {

    private final transient ArticleFault fault;

    /**
     * @param line counted from 1
     * @param arguments of the fault; the first of those about the head is the key
     */
    MalformedArticle(String file, int line, Fault fault, String... arguments) {
        super(file + ":" + line + ": " + fault.english((Object[]) arguments));
        this.fault = new ArticleFault(
                fault.ofTheHead() ? arguments[0] : ArticleFault.BODY, line, fault.code(), List.of(arguments));
    }

    ArticleFault fault() {
        return fault;
    }
}
