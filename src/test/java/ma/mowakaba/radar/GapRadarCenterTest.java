package ma.mowakaba.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions without a good answer become needs in the running center. */
@CenterTest
class GapRadarCenterTest {

    @Autowired
    GapRadar radar;

    @Autowired
    Noting noting;

    @Autowired
    Library library;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient sql;

    @Test
    void aNeedAskedInFourWaysOfWritingIsOneRowWithItsWordings() {
        ask("Comment obtenir une ambulance pour notre association ?");
        ask("كيف تحصل الجمعية على سيارة إسعاف؟");
        ask("شكون كيعطي سيارة الاسعاف للجمعيات");
        ask("kifach njibo lambilans l jam3iya");

        radar.refresh();

        GapRadar.Need need = needOf("%lambilans%");
        assertThat(need.count()).isEqualTo(4);
        assertThat(need.weeks()).last().isEqualTo(4);
        assertThat(need.examples()).extracting(GapRadar.Example::text).contains("kifach njibo lambilans l jam3iya");
        assertThat(need.state()).isEqualTo(GapRadar.State.OPEN);

        radar.move(need.id(), GapRadar.State.DONE, "editor");
        assertThat(radar.need(need.id()).changedBy()).contains("editor");
        ask("Notre association veut acheter une ambulance, qui donne l'autorisation ?");
        radar.refresh();

        GapRadar.Need again = radar.need(need.id());
        assertThat(again.state()).as("asked again after it was done").isEqualTo(GapRadar.State.OPEN);
        assertThat(again.cameBack()).isTrue();
        assertThat(again.count()).isEqualTo(5);
    }

    @Test
    void whatTellsWhoAskedIsNotKept() {
        ask("Je m'appelle Samira Benjelloun, tel 06 12 34 56 78, samira@example.ma : festival de musique au douar"
                + " Ait Tanant");

        String kept = sql.sql("select text from gap_question where text like '%festival de musique%'")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain("Samira", "Benjelloun", "06", "@").contains("festival de musique");
    }

    @Test
    void aQuestionWithAGoodAnswerIsNotNotedAndOneThatGotItsAnswerIsForgotten() {
        String room = UUID.randomUUID().toString();
        GapRadar.Asked unknown = GapRadar.Asked.inChat(room, "9afila tibiya l douar dyalna");
        noting.note(unknown, search(unknown.text()));
        assertThat(noted(room)).isEqualTo(1);

        GapRadar.Asked better = GapRadar.Asked.inChat(room, "kifach njeddedo lmaktab");
        noting.note(better, search(better.text()));
        assertThat(noted(room)).isZero();
    }

    @Test
    void theSameConversationIsCountedOnceWithItsLastWords() {
        String room = UUID.randomUUID().toString();
        noting.note(GapRadar.Asked.inChat(room, "colonie de vac"), nothing());
        noting.note(GapRadar.Asked.inChat(room, "colonie de vacances pour quarante enfants"), nothing());

        assertThat(sql.sql("select text from gap_question where source = :room")
                        .param("room", room)
                        .query(String.class)
                        .list())
                .containsExactly("colonie de vacances pour quarante enfants");
    }

    @Test
    void aCaseWithoutAGoodAnswerCountsWithTheTimeItTook() {
        Ticket ticket = helpdesk.open(
                new NewTicket(
                        "Championnat interrégional de cerfs-volants",
                        Channel.WEB,
                        DomainCode.GENERAL,
                        Language.FR,
                        Priority.NORMAL,
                        Optional.of(directory.meet(Optional.of("Zineb Cerfs"), Language.FR)),
                        Optional.empty()),
                Optional.empty());
        helpdesk.reply(ticket.id(), DemoStaff.id("advisor"), "Nous cherchons.", List.of());

        radar.refresh();
        radar.refresh();

        GapRadar.Need need = needOf("%interrégional%volants%");
        assertThat(need.label()).as("the requester's name is cut").isEqualTo("Championnat interrégional de …-volants");
        assertThat(need.cases()).isEqualTo(1);
        assertThat(need.count()).as("looked at once").isEqualTo(1);
        assertThat(need.work()).isEqualTo(Duration.ofMinutes(10));
        assertThat(radar.needs(GapRadar.State.OPEN))
                .extracting(one -> one.work().toMinutes())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void greetingsAloneAreNoQuestion() {
        String room = UUID.randomUUID().toString();
        noting.note(GapRadar.Asked.inChat(room, "السلام عليكم"), nothing());
        noting.note(GapRadar.Asked.inChat(room, "bonjour merci"), nothing());

        assertThat(noted(room)).isZero();
    }

    private void ask(String text) {
        noting.note(GapRadar.Asked.inPublic(text), nothing());
    }

    private Library.SearchResult search(String text) {
        return library.search(text, Language.FR, Optional.empty(), 5);
    }

    private static Library.SearchResult nothing() {
        return new Library.SearchResult(List.of(), 0);
    }

    private long noted(String source) {
        return sql.sql("select count(*) from gap_question where source = :source")
                .param("source", source)
                .query(Long.class)
                .single();
    }

    private GapRadar.Need needOf(String like) {
        String id = sql.sql("select need_id from gap_question where text like :like limit 1")
                .param("like", like)
                .query(String.class)
                .single();
        return radar.need(UUID.fromString(id));
    }
}
