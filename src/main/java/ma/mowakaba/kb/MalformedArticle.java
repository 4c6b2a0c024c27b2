package ma.mowakaba.kb;

/** An article file that cannot be read; the message names the file, the line and what is wrong there. */
final class MalformedArticle extends RuntimeException {

    /** @param line counted from 1 */
    MalformedArticle(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
