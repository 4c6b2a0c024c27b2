package ma.mowakaba.kb;

import java.util.Map;

/**
 * One passage as it is indexed.
 *
 * @param id of the passage
 * @param fields terms separated by spaces
 */
record IndexDocument(String id, String domain, Map<String, String> fields) {}
