package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds passages with Lucene in this process; the index lives in memory, since the database has everything to build it again. */
final class LuceneSearchEngine implements SearchEngine {

    private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, new SortField("id", SortField.Type.STRING));
    private static final FieldType TERMS = terms();

    private record Generation(String name, DirectoryReader reader, IndexSearcher searcher) {}

    private final AtomicReference<@Nullable Generation> current = new AtomicReference<>();

    @Override
    public void publish(List<IndexDocument> documents, String generation) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
                for (IndexDocument document : documents) {
                    writer.addDocument(document(document));
                }
                writer.forceMerge(1);
            }
            DirectoryReader reader = DirectoryReader.open(directory);
            // the reader before is left to the collector: searches may still run on it, and it holds no file
            current.set(new Generation(generation, reader, new IndexSearcher(reader)));
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
            for (ScoreDoc hit : now.searcher.search(query(plan), plan.size(), BEST_FIRST, true).scoreDocs) {
                if (hit instanceof FieldDoc ranked && ranked.fields[1] instanceof BytesRef id) {
                    found.add(new Found(id.utf8ToString(), hit.score));
                }
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
        document.add(new StringField("id", source.id(), Store.NO));
        document.add(new SortedDocValuesField("id", new BytesRef(source.id())));
        document.add(new StringField("domain", source.domain(), Store.NO));
        source.fields()
                .forEach((name, terms) -> document.add(new org.apache.lucene.document.Field(name, terms, TERMS)));
        return document;
    }

    private static FieldType terms() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
