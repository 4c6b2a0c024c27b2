package ma.mowakaba.kb;
import java.util.*;
public final class Weights {
    public static void main(String[] a) throws Exception {
        List<WeighedQuestion> q = Weighing.ofTheProject();
        JudgedCorpus own = JudgedCorpus.ofTheProject();
        long t=System.nanoTime();
        System.out.println(new RelevanceTable(own.judgements())
          .with("start", q.stream().map(x -> CrossValidation.measured(x, WeightLearner.start())).toList())
          .with("cv", CrossValidation.measures(q))
);
        double[] w = WeightLearner.learn(q);
        for (int i=0;i<w.length;i++) System.out.printf("%s\t%.3f%n", Weighing.FIELDS.get(i).name(), w[i]);
        System.out.println((System.nanoTime()-t)/1e9);
    }
}
