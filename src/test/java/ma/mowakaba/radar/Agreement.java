package ma.mowakaba.radar;

import java.util.List;

/** How well needs agree with what people meant, over all pairs of questions. */
record Agreement(double precision, double recall) {

    /** @param meant what each question stands for @param found the need it was sorted into, in the same order */
    static Agreement of(List<?> meant, List<?> found) {
        int both = 0;
        int together = 0;
        int wanted = 0;
        for (int one = 0; one < meant.size(); one++) {
            for (int other = one + 1; other < meant.size(); other++) {
                boolean same = meant.get(one).equals(meant.get(other));
                boolean joined = found.get(one).equals(found.get(other));
                wanted += same ? 1 : 0;
                together += joined ? 1 : 0;
                both += same && joined ? 1 : 0;
            }
        }
        return new Agreement(together == 0 ? 1 : (double) both / together, wanted == 0 ? 1 : (double) both / wanted);
    }
}
