package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.MailTemplates.Fault;
import ma.mowakaba.mail.MailTemplates.Kind;
import ma.mowakaba.mail.MailTemplates.Placeholder;
import ma.mowakaba.mail.MailTemplates.Template;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CenterTest
class MailTemplatesCenterTest {

    @Autowired
    MailTemplates templates;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    private final StaffId supervisor = DemoStaff.id("supervisor");

    @AfterEach
    void deliveredTextsAgain() {
        for (Kind kind : Kind.values()) {
            templates.of(kind).stream()
                    .filter(one -> one.version() > 0)
                    .forEach(one -> templates.restore(kind, one.language(), one.version()));
        }
    }

    @Test
    void everyDeliveredTextSaysItInThreeLanguagesAndHasNoFault() {
        for (Kind kind : Kind.values()) {
            assertThat(templates.of(kind))
                    .extracting(Template::language)
                    .containsExactly(Language.AR, Language.FR, Language.EN);
            assertThat(templates.of(kind)).allSatisfy(one -> {
                assertThat(templates.faults(kind, one.text())).isEmpty();
                assertThat(templates.preview(kind, one.language(), one.text()))
                        .contains("lang=\"" + one.language().code() + "\"", "2026-000123")
                        .doesNotContain("{");
            });
        }
    }

    @Test
    void aTextThatASupervisorWroteIsWhatTheNextSenderReads() {
        templates.write(Kind.ACKNOWLEDGEMENT, Language.FR, "Dossier {number}\r\n\r\nObjet : {subject}", 0, supervisor);

        var receipt = mailroom.accept(mail(freshAddress(), "Récépissé {number} en retard", "Bonjour, où en est-il ?"));

        assertThat(helpdesk.timeline(
                                helpdesk.get(receipt.ticket().orElseThrow()).id(), Page.Request.first(10))
                        .items())
                .filteredOn(entry -> entry instanceof TimelineEntry.Message message && message.automatic())
                .extracting(entry -> ((TimelineEntry.Message) entry).text())
                .containsExactly(
                        "Dossier " + receipt.ticket().orElseThrow() + "\n\nObjet : Récépissé {number} en retard");
        Template kept = templates.of(Kind.ACKNOWLEDGEMENT).get(1);
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.written().orElseThrow().by()).isEqualTo(supervisor);
    }

    @Test
    void whatIsWrongWithATextIsSaidAndItIsNotKept() {
        assertThat(templates.faults(Kind.ACKNOWLEDGEMENT, " ")).containsExactly(new Fault("empty", ""));
        assertThat(templates.faults(Kind.ACKNOWLEDGEMENT, "{name} {number"))
                .containsExactly(
                        new Fault("unknown", "{name}"), new Fault("brace", ""), new Fault("missing", "{number}"));
        assertThat(templates.faults(Kind.ACKNOWLEDGEMENT, "{ Number } " + "x".repeat(6000)))
                .containsExactly(new Fault("long", "5000"));

        assertRefused(
                "mail.template", () -> templates.write(Kind.ACKNOWLEDGEMENT, Language.FR, "Merci", 0, supervisor));
        assertThat(templates.of(Kind.ACKNOWLEDGEMENT).get(1).version()).isZero();
    }

    @Test
    void whoeverChangesATextThatSomebodyChangedMeanwhileIsTold() {
        templates.write(Kind.ARTICLE, Language.AR, "{article}", 0, supervisor);

        assertRefused(
                "mail.template.stale", () -> templates.write(Kind.ARTICLE, Language.AR, "{article} 2", 0, supervisor));
        assertRefused("mail.template.stale", () -> templates.restore(Kind.ARTICLE, Language.AR, 7));
        templates.write(Kind.ARTICLE, Language.AR, "{article} 3", 1, supervisor);
        assertThat(templates.fill(Kind.ARTICLE, Language.AR, Map.of(Placeholder.ARTICLE, "مقال")))
                .isEqualTo("مقال 3");
    }

    @Test
    void aLanguageWithoutTextsReadsArabic() {
        assertThat(templates.fill(Kind.ARTICLE, Language.ZGH, Map.of(Placeholder.ARTICLE, "مقال")))
                .isEqualTo(templates.fill(Kind.ARTICLE, Language.AR, Map.of(Placeholder.ARTICLE, "مقال")));
    }

    private static void assertRefused(String subject, Runnable what) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(what::run)
                .satisfies(problem -> assertThat(problem.subject()).isEqualTo(subject));
    }
}
