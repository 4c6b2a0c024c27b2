package ma.mowakaba.kb;

import java.util.List;

/**
 * Something wrong in an article, said by the message {@code kb.fault.<subject>}.
 *
 * @param field key of the head, such as {@code verified-on}, else {@code body}
 * @param line of the file, or of the body where it is typed apart; counted from 1
 */
public record ArticleFault(String field, int line, String subject, List<String> arguments) {

    static final String BODY = "body";
}
