package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What Lucene does with an analyzer of its own: one field, any word of the question, BM25 as it comes. */
final class StockRanker implements Ranker {

    private static final String TEXT = "text";

    private final QueryBuilder questions;
    private final IndexSearcher searcher;

    StockRanker(Analyzer analyzer, JudgedCorpus corpus) {
        questions = new QueryBuilder(analyzer);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (JudgedCorpus.Text text : corpus.texts()) {
                    Document document = new Document();
                    document.add(new StringField("id", text.id(), Store.YES));
                    document.add(new TextField(TEXT, text.title() + "\n" + text.body(), Store.NO));
                    writer.addDocument(document);
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> rank(String question) {
        Query query = questions.createBooleanQuery(TEXT, question);
        if (query == null) {
            return List.of();
        }
        try {
            List<String> ids = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
                ids.add(searcher.storedFields().document(hit.doc).get("id"));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
