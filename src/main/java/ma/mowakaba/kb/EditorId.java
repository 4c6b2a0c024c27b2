package ma.mowakaba.kb;

import java.util.UUID;

/** Whose hand it was: the id of an account, which this module knows nothing else about. */
public record EditorId(UUID value) {}
