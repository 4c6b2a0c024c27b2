package ma.mowakaba.routing;

/** Which telephones can be rung; the exchange knows. Implemented by the module that speaks with it. */
public interface ReachableTelephones {

    /** @return false while the exchange says that this one is not registered; true where it has said nothing */
    boolean reachable(String extension);
}
