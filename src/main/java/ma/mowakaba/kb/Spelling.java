package ma.mowakaba.kb;

import java.util.Set;

/** How differently words are spelled. */
final class Spelling {

    private Spelling() {}

    /** @return the least number of letters to change, add or leave out that makes a key of one word a key of the other */
    static int distance(Set<String> some, Set<String> others) {
        return some.stream()
                .filter(Spelling::spelled)
                .flatMapToInt(one -> others.stream().filter(Spelling::spelled).mapToInt(other -> distance(one, other)))
                .min()
                .orElse(0);
    }

    private static boolean spelled(String key) {
        return !key.startsWith(Coverage.SKELETON);
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            row[at] = at;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int at = 1; at <= other.length(); at++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(at - 1) ? 0 : 1);
                diagonal = row[at];
                row[at] = Math.min(changed, 1 + Math.min(row[at], row[at - 1]));
            }
        }
        return row[other.length()];
    }
}
