package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;

/** Writes an index of Lucene into memory, its documents numbered in their order. */
final class IndexInMemory {

    /** Megabytes of an index in the making that become one piece; the fewer pieces, the faster a search. */
    private static final int BUFFER = 128;

    private static final FieldType TERMS = terms();

    private IndexInMemory() {}

    /** @param documents by the names of their fields */
    static IndexReader of(List<Map<String, Terms>> documents) {
        Directory memory = new ByteBuffersDirectory(
                NoLockFactory.INSTANCE, ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
        IndexWriterConfig inOrder = new IndexWriterConfig()
                .setMergePolicy(new LogDocMergePolicy())
                .setUseCompoundFile(false)
                .setRAMBufferSizeMB(BUFFER);
        try {
            try (IndexWriter writer = new IndexWriter(memory, inOrder)) {
                for (Map<String, Terms> document : documents) {
                    List<Counted> fields = new ArrayList<>();
                    document.forEach((field, terms) -> fields.add(new Counted(field, terms)));
                    writer.addDocument(fields);
                }
            }
            return DirectoryReader.open(memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FieldType terms() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    /** Hands terms to Lucene with their number, so that each is looked up once however often it is there. */
    private static final class Counted extends Field {

        private final Terms terms;

        Counted(String name, Terms terms) {
            super(name, TERMS);
            this.terms = terms;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream before) {
            Counts counts = before instanceof Counts again ? again : new Counts();
            counts.terms = terms;
            return counts;
        }
    }

    private static final class Counts extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute count = addAttribute(TermFrequencyAttribute.class);
        private Terms terms = Terms.of();
        private int next;

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
