package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts, questions and judgements: of a folder in BEIR form, or the project's own. */
record JudgedCorpus(List<Text> texts, List<Judgement> judgements) {

    private static final JsonMapper JSON = JsonMapper.shared();

    record Text(String id, String title, String body) {}

    /** @param folder with {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels.tsv} (question, text, grade; a head line) */
    static JudgedCorpus in(Path folder) {
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        lines(folder.resolve("qrels.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(cells -> Integer.parseInt(cells[2]) > 0)
                .forEach(cells -> grades.computeIfAbsent(cells[0], _ -> new HashMap<>())
                        .put(cells[1], Integer.parseInt(cells[2])));
        List<Text> texts = rows(folder.resolve("corpus.jsonl"))
                .map(row -> new Text(text(row, "_id"), text(row, "title"), text(row, "text")))
                .toList();
        List<Judgement> judgements = rows(folder.resolve("queries.jsonl"))
                .filter(row -> grades.containsKey(text(row, "_id")))
                .map(row -> judgement(row, grades.getOrDefault(text(row, "_id"), Map.of())))
                .toList();
        return new JudgedCorpus(texts, judgements);
    }

    /** The articles, each with all its languages as one text, and the questions that one of them answers. */
    static JudgedCorpus ofTheProject() {
        List<Text> texts = Shelves.files().entrySet().stream()
                .map(article -> new Text(
                        article.getKey(),
                        "",
                        String.join("\n", article.getValue().values())))
                .toList();
        return new JudgedCorpus(texts, own(RelevanceQuestion.all()));
    }

    private static List<Judgement> own(List<RelevanceQuestion> questions) {
        return questions.stream()
                .filter(question -> !question.slug().equals("-"))
                .map(question -> new Judgement(
                        question.writing().equals("fr") ? "fr" : "ar",
                        question.writing(),
                        question.text(),
                        question.grades()))
                .toList();
    }

    private static Judgement judgement(JsonNode row, Map<String, Integer> grades) {
        String question = text(row, "text");
        Writing writing = Shelves.ANALYSIS.read(question).writing();
        String language = text(row, "language");
        return new Judgement(
                language.isEmpty() ? writing.language().code() : language,
                writing.name().toLowerCase(Locale.ROOT),
                question,
                grades);
    }

    private static Stream<JsonNode> rows(Path file) {
        return lines(file).stream().filter(line -> !line.isBlank()).map(JSON::readTree);
    }

    private static String text(JsonNode row, String name) {
        return row.path(name).asString("");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
