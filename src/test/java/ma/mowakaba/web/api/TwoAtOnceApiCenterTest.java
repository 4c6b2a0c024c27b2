package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Fifty programs change one case at the same moment, at the isolation MariaDB has when nobody sets one. */
@CenterTest
class TwoAtOnceApiCenterTest {

    @LocalServerPort
    int port;

    private Center center;
    private String path;

    @BeforeEach
    void open() {
        center = Center.at(port);
        path = center.post(
                        "/api/tickets",
                        Map.of(
                                "subject", "Cinquante",
                                "body", "Bonjour",
                                "domain", "funding",
                                "language", "fr",
                                "requester", Map.of("email", "cinquante@example.ma")))
                .header("Location");
        center.patch(path, Map.of("advisor", "advisor"), "If-Match", "*");
    }

    @Test
    void ofFiftyWhoReadTheSameVersionOneWinsAndTheOthersAreTold() throws Exception {
        String read = center.get(path).header("ETag");
        List<Answer> answers = allAtOnce(n -> center.patch(path, change(n), "If-Match", read));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
        List<Answer> won =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(won).hasSize(1);
        assertThat(center.get(path).header("ETag"))
                .isEqualTo(won.getFirst().header("ETag"))
                .isEqualTo("\"" + (version(read) + 1) + "\"");
    }

    @Test
    void whoeverWonIsInTheVersionAndNobodyElse() throws Exception {
        long before = version(center.get(path).header("ETag"));
        List<Answer> answers = allAtOnce(
                n -> center.patch(path, change(n), "If-Match", center.get(path).header("ETag")));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409, 412);
        List<Long> versions = answers.stream()
                .filter(answer -> answer.status() == 200)
                .map(answer -> version(answer.header("ETag")))
                .sorted()
                .toList();
        assertThat(versions)
                .as("each success is a version of its own")
                .isEqualTo(LongStream.rangeClosed(before + 1, before + versions.size())
                        .boxed()
                        .toList());
        assertThat(version(center.get(path).header("ETag"))).isEqualTo(before + versions.size());
    }

    /** State, owner, subject and tags in turn. */
    private static Map<String, Object> change(int n) {
        return switch (n % 4) {
            case 0 -> Map.of("state", n % 8 == 0 ? "on-hold" : "waiting");
            case 1 -> Map.of("advisor", n % 8 == 1 ? "advisor" : "advisor2");
            case 2 -> Map.of("subject", "Cinquante " + n);
            default -> Map.of("tags", List.of("t" + n));
        };
    }

    private static List<Answer> allAtOnce(java.util.function.IntFunction<Answer> one) throws Exception {
        List<Callable<Answer>> all = new ArrayList<>(IntStream.range(0, 50)
                .<Callable<Answer>>mapToObj(n -> () -> one.apply(n))
                .toList());
        Collections.shuffle(all);
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            return many.invokeAll(all).stream().map(Future::resultNow).toList();
        }
    }

    private static long version(String tag) {
        return Long.parseLong(tag.replace("\"", ""));
    }
}
