package ma.mowakaba.telephony;

import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;

/** A queue of the exchange stands for a domain in a language and is called {@code <domain>-<language>}. */
record QueueName(DomainCode domain, Language language) {

    /** @return the general domain in Arabic for a name that is not ours, so that no call is lost over a name */
    static QueueName parse(String name) {
        int hyphen = name.lastIndexOf('-');
        try {
            return new QueueName(
                    new DomainCode(name.substring(0, Math.max(0, hyphen))), Language.of(name.substring(hyphen + 1)));
        } catch (Problem e) {
            return new QueueName(DomainCode.GENERAL, Language.AR);
        }
    }

    @Override
    public String toString() {
        return domain.value() + "-" + language.code();
    }
}
