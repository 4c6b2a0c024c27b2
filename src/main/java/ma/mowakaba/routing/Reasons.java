package ma.mowakaba.routing;

import ma.mowakaba.kernel.Language;

/** Door of the module: the reason of an assignment in words. */
public interface Reasons {

    /** @return as in "Best skill for partnership and public funding in French (level 3), idle longest among 2" */
    String words(Reason reason, Language language);
}
