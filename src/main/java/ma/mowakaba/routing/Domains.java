package ma.mowakaba.routing;

import java.util.List;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/** Door of the module: the routing tree, which an administrator edits. */
public interface Domains {

    /** @return in the order of the menu, {@code general} last */
    List<DomainCode> all();

    boolean exists(DomainCode domain);

    /** @return its name for people, the code itself when it has none in that language */
    String name(DomainCode domain, Language language);

    void put(DomainCode domain, int position, String arabic, String french, String english);

    void remove(DomainCode domain);
}
