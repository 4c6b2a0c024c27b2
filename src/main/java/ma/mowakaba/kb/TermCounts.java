package ma.mowakaba.kb;

import org.jspecify.annotations.Nullable;

/** Counts terms. A hash table without entries of its own, since a publication counts thousands of terms for each passage. */
final class TermCounts {

    private @Nullable String[] slots = new @Nullable String[64];
    private int[] counts = new int[64];
    private int size;

    void add(String term, int times) {
        int at = slot(term);
        if (slots[at] == null) {
            slots[at] = term;
            size++;
        }
        counts[at] += times;
        if (2 * size > slots.length) {
            grow();
        }
    }

    int of(String term) {
        return counts[slot(term)];
    }

    /** @return what was counted, in no order that means anything */
    Terms terms() {
        String[] distinct = new String[size];
        int[] times = new int[size];
        int next = 0;
        for (int at = 0; at < slots.length; at++) {
            String term = slots[at];
            if (term != null) {
                distinct[next] = term;
                times[next++] = counts[at];
            }
        }
        return new Terms(distinct, times);
    }

    /** @return where the term is, or the free place where it would be */
    private int slot(String term) {
        int hash = term.hashCode();
        int at = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[at] != null && !term.equals(slots[at])) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    private void grow() {
        @Nullable String[] terms = slots;
        int[] times = counts;
        slots = new @Nullable String[2 * terms.length];
        counts = new int[2 * terms.length];
        for (int at = 0; at < terms.length; at++) {
            String term = terms[at];
            if (term != null) {
                int place = slot(term);
                slots[place] = term;
                counts[place] = times[at];
            }
        }
    }
}
