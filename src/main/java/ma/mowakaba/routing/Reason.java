package ma.mowakaba.routing;

import java.util.List;

/**
 * Why an assignment was made, in words for every language: message {@code routing.reason.<key>} with arguments.
 *
 * @param key such as {@code best-skill}, {@code knows-the-case}, {@code longest-idle}, {@code only-one}, {@code picked}, {@code rung-by-exchange}
 */
public record Reason(String key, List<String> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String key, Object... arguments) {
        return new Reason(
                key, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
