package ma.mowakaba.kb;

import java.util.Map;

/**
 * One passage as it is indexed.
 *
 * @param id of the passage
 */
record IndexDocument(String id, String domain, Map<String, Terms> fields) {}
