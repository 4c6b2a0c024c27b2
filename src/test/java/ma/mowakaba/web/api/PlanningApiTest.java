package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CenterTest
class PlanningApiTest {

    @LocalServerPort
    int port;

    Center center;

    @BeforeEach
    void find() {
        center = Center.at(port);
    }

    @Test
    void anHourBeforeTheWeekendIsDueOnMonday() {
        Answer answer = center.get("/api/calendar/due?start=2026-11-20T16:00:00Z&minutes=60");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("due").asString()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(answer.body().path("calendar").asString()).isEqualTo("default");
    }

    @Test
    void badQuestionsAboutTheCalendarAreRefusedInTheCallersLanguage() {
        assertThat(center.get("/api/calendar/due?minutes=-1").status()).isEqualTo(400);
        assertThat(center.get("/api/calendar/due?minutes=99999999999").status()).isEqualTo(400);
        assertThat(center.get("/api/calendar/due?start=yesterday&minutes=1").status())
                .isEqualTo(400);
        assertThat(center.get("/api/calendar/due?start=2026-11-20T16:00:00Z").status())
                .isEqualTo(400);
        assertThat(center.get("/api/calendar/due?start=9999-11-20T16:00:00Z&minutes=1")
                        .status())
                .isEqualTo(400);
        Answer unknown = center.get("/api/calendar/due?minutes=1&calendar=moon");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().path("title").asString()).isEqualTo("Ce calendrier n’existe pas");
    }

    @Test
    void staffingGivesARowForEachNumberAndTheSmallestThatMeetsTheTarget() {
        Answer answer = center.get("/api/staffing?calls=100&minutes=30&ahtSeconds=180&thresholdSeconds=20"
                + "&targetServiceLevel=0.8&shrinkage=0.3");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("model").asString()).isEqualTo("erlang-c");
        assertThat(answer.body().path("load").asDouble()).isCloseTo(10, within(1e-9));
        assertThat(answer.body().path("advisors").asInt()).isEqualTo(14);
        assertThat(answer.body().path("positions").asInt()).isEqualTo(20);
        assertThat(answer.body().at("/rows/3/advisors").asInt()).isEqualTo(14);
        assertThat(answer.body().at("/rows/3/waitProbability").asDouble()).isCloseTo(.174132, within(5e-7));
        assertThat(answer.body().at("/rows/3/serviceLevel").asDouble()).isCloseTo(.888350, within(5e-7));
        assertThat(answer.body().at("/rows/3/asaSeconds").asDouble()).isCloseTo(7.836, within(5e-4));
    }

    @Test
    void withPatienceSomeGiveUp() {
        Answer answer = center.get("/api/staffing?calls=100&ahtSeconds=180&patienceSeconds=300");

        assertThat(answer.body().path("model").asString()).isEqualTo("erlang-a");
        assertThat(answer.body().at("/rows/3/abandonment").asDouble()).isCloseTo(.013984, within(5e-7));
    }

    @Test
    void impossibleStaffingQuestionsAreRefused() {
        assertThat(center.get("/api/staffing?ahtSeconds=180").status()).isEqualTo(400);
        assertThat(center.get("/api/staffing?calls=0&ahtSeconds=180").status()).isEqualTo(400);
        assertThat(center.get("/api/staffing?calls=many&ahtSeconds=180").status())
                .isEqualTo(400);
        assertThat(center.get("/api/staffing?calls=1e9&ahtSeconds=86400&minutes=1")
                        .status())
                .isEqualTo(400);
        assertThat(center.get("/api/staffing?calls=10&ahtSeconds=180&shrinkage=1")
                        .status())
                .isEqualTo(400);
        assertThat(center.get("/api/staffing?calls=NaN&ahtSeconds=180").status())
                .isEqualTo(400);
    }
}
