package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.mowakaba.telephony.JournalFile.Piece;
import ma.mowakaba.telephony.JournalFile.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {

    @TempDir
    Path folder;

    private Path path;
    private JournalFile file;
    private Position position = Position.START;

    @BeforeEach
    void begin() {
        path = folder.resolve("cel.jsonl");
        file = new JournalFile(path);
    }

    @Test
    void aFileThatIsNotThereYetHasNoLines() throws IOException {
        assertThat(file.look()).isEqualTo(Position.START);
        assertThat(all()).isEmpty();
    }

    @Test
    void aHalfLineWaitsForItsOtherHalf() throws IOException {
        write("one\ntw");
        assertThat(all()).containsExactly("one");
        write("o\n");
        assertThat(all()).containsExactly("two");
        assertThat(file.look()).isEqualTo(position);
    }

    @Test
    void aFileRenamedAwayIsReadToItsEndBeforeTheNewOne() throws IOException {
        write("one\n");
        assertThat(all()).containsExactly("one");
        write("two\n");
        Files.move(path, folder.resolve("cel.jsonl.1"));
        write("three\n");
        assertThat(all()).containsExactly("two", "three");
    }

    @Test
    void aFileRenamedTwiceWhileNobodyReadIsReadWhole() throws IOException {
        write("one\n");
        all();
        Files.move(path, folder.resolve("cel.jsonl.1"));
        write("two\n");
        Files.writeString(folder.resolve("cel.jsonl.0.gz"), "old\n");
        Files.move(folder.resolve("cel.jsonl.1"), folder.resolve("cel.jsonl.2"));
        Files.move(path, folder.resolve("cel.jsonl.1"));
        write("three\n");
        assertThat(all()).containsExactly("two", "three");
        Files.delete(folder.resolve("cel.jsonl.2"));
        write("four\n");
        assertThat(all()).containsExactly("four");
    }

    @Test
    void filesThatAreRenamedInChainsWhileTheyAreReadArePassedOverByNobody() throws Exception {
        write("first\n");
        List<String> lines = new ArrayList<>(all());
        Future<?> writer = Executors.newVirtualThreadPerTaskExecutor().submit(() -> writeAndRename(20, 50));
        while (!writer.isDone()) {
            lines.addAll(all());
        }
        writer.get();
        lines.addAll(all());
        assertThat(new HashSet<>(lines)).hasSize(1 + 20 * 50);
    }

    private Void writeAndRename(int files, int lines) throws IOException {
        for (int i = 0; i < files; i++) {
            for (int line = 0; line < lines; line++) {
                write(i + " " + line + "\n");
            }
            for (int old = i; old > 0; old--) {
                Files.move(folder.resolve("cel.jsonl." + old), folder.resolve("cel.jsonl." + (old + 1)));
            }
            Files.move(path, folder.resolve("cel.jsonl.1"));
        }
        return null;
    }

    @Test
    void aFileCutToNothingIsReadFromItsBeginning() throws IOException {
        write("one\ntwo\n");
        all();
        Files.writeString(path, "3\n", StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(all()).containsExactly("3");
    }

    @Test
    void aLineWithoutEndIsCutIntoPiecesInsteadOfFillingTheMemory() throws IOException {
        write("x".repeat(JournalFile.LONGEST_LINE * 2 + 10) + "\nafter\n");
        List<String> lines = all();
        assertThat(lines).hasSize(4);
        assertThat(lines.getLast()).isEqualTo("after");
    }

    @Test
    void aFileOfManyPiecesIsReadWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append("line ").append(i).append(" ééé\n");
        }
        write(text.toString());
        assertThat(all()).hasSize(40_000).endsWith("line 39999 ééé");
    }

    private void write(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> all() throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            Piece piece = file.read(position);
            lines.addAll(piece.lines());
            if (piece.next().equals(position)) {
                return lines;
            }
            position = piece.next();
        }
    }
}
