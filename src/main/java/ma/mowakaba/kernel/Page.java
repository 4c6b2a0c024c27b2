package ma.mowakaba.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A piece of a list, and where the next piece begins.
 *
 * @param next opaque cursor, empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), next);
    }

    /**
     * Which piece is wanted.
     *
     * @param cursor as given by the page before; empty for the first
     * @param size 1 to 200
     */
    public record Request(Optional<String> cursor, int size) {

        public Request {
            if (size < 1 || size > 200) {
                throw Problem.invalid("page.size", size);
            }
        }

        public static Request first(int size) {
            return new Request(Optional.empty(), size);
        }
    }

    /**
     * @param found up to {@code size + 1} rows: one more than asked tells that there is a next page
     * @param cursor of a row, for keyset paging
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> cursor) {
        if (found.size() <= size) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, size);
        return new Page<>(items, Optional.of(cursor.apply(items.getLast())));
    }
}
