package ma.mowakaba.web.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ma.mowakaba.kernel.Page;

/**
 * A piece of a list, as programs read it.
 *
 * @param next cursor of the next piece, null on the last
 */
record Listing<T>(List<T> items, Optional<String> next) {
    static <S, T> Listing<T> of(Page<S> page, Function<S, T> view) {
        return new Listing<>(page.items().stream().map(view).toList(), page.next());
    }
}
