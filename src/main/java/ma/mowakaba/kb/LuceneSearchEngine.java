package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;

/** Finds passages with Lucene in this process; the index lives in memory, since the database has everything to build it again. */
final class LuceneSearchEngine implements SearchEngine {

    /** Megabytes of an index in the making that become one piece; the fewer pieces, the faster a search. */
    private static final int BUFFER = 128;
    /** Fewer passages than this are not worth another processor, nor another piece. */
    private static final int WORTH_A_PROCESSOR = 2_000;

    private static final FieldType TERMS = terms();

    /** @param ids by the number that Lucene gave the passage */
    private record Generation(String name, List<String> ids, IndexSearcher searcher) {}

    private final AtomicReference<@Nullable Generation> current = new AtomicReference<>();

    /** Passages are numbered in the order of their ids, so that equal scores come by id without being compared. */
    @Override
    public void publish(List<IndexDocument> documents, String generation) {
        List<IndexDocument> inOrder = documents.stream()
                .sorted(Comparator.comparing(IndexDocument::id))
                .toList();
        IndexReader[] parts =
                parts(inOrder).parallelStream().map(LuceneSearchEngine::index).toArray(IndexReader[]::new);
        try {
            // the readers before are left to the collector: searches may still run on them, and they hold no file
            current.set(new Generation(
                    generation,
                    inOrder.stream().map(IndexDocument::id).toList(),
                    new IndexSearcher(new MultiReader(parts))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<IndexDocument>> parts(List<IndexDocument> documents) {
        int parts = Math.clamp(
                documents.size() / WORTH_A_PROCESSOR, 1, Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, parts)
                .mapToObj(part ->
                        documents.subList(documents.size() * part / parts, documents.size() * (part + 1) / parts))
                .toList();
    }

    private static IndexReader index(List<IndexDocument> documents) {
        Directory memory = new ByteBuffersDirectory(
                NoLockFactory.INSTANCE, ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
        IndexWriterConfig inOrder = new IndexWriterConfig()
                .setMergePolicy(new LogDocMergePolicy())
                .setUseCompoundFile(false)
                .setRAMBufferSizeMB(BUFFER);
        try {
            try (IndexWriter writer = new IndexWriter(memory, inOrder)) {
                for (IndexDocument document : documents) {
                    writer.addDocument(document(document));
                }
            }
            return DirectoryReader.open(memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean serves(String generation) {
        Generation now = current.get();
        return now != null && now.name.equals(generation);
    }

    @Override
    public List<Found> search(QueryPlan plan) {
        Generation now = current.get();
        if (now == null) {
            throw SearchEngine.away();
        }
        try {
            List<Found> found = new ArrayList<>();
            // whoever counts the hits must look at all of them
            TopScoreDocCollectorManager best = new TopScoreDocCollectorManager(plan.size(), plan.size());
            for (ScoreDoc hit : now.searcher.search(query(plan), best).scoreDocs) {
                found.add(new Found(now.ids.get(hit.doc), hit.score));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        current.set(null);
    }

    private static Query query(QueryPlan plan) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (QueryPlan.Clause clause : plan.clauses()) {
            any.add(
                    new BoostQuery(new TermQuery(new Term(clause.field(), clause.term())), clause.weight()),
                    Occur.SHOULD);
        }
        plan.domain()
                .ifPresent(domain -> any.add(new TermQuery(new Term("domain", domain.value())), Occur.FILTER)
                        .setMinimumNumberShouldMatch(1));
        return any.build();
    }

    private static Document document(IndexDocument source) {
        Document document = new Document();
        document.add(new StringField("domain", source.domain(), Store.NO));
        source.fields()
                .forEach((name, terms) ->
                        document.add(new org.apache.lucene.document.Field(name, new Counted(terms), TERMS)));
        return document;
    }

    private static FieldType terms() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    /** Hands terms to Lucene with their number, so that each is looked up once however often it is there. */
    private static final class Counted extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute count = addAttribute(TermFrequencyAttribute.class);
        private final Terms terms;
        private int next;

        Counted(Terms terms) {
            this.terms = terms;
        }

        @Override
        public boolean incrementToken() {
            if (next == terms.size()) {
                return false;
            }
            clearAttributes();
            term.append(terms.term(next));
            count.setTermFrequency(terms.count(next));
            next++;
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
