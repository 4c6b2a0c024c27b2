package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.mail.MailRemarks.Remark;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.mail.UndeliverableAddresses.Reason;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketState;
import ma.mowakaba.ticket.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What machines write, what comes back, what goes round and what nobody wants. */
@CenterTest
class ChecksCenterTest {

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    ThreadBook book;

    @Autowired
    MailRemarks remarks;

    @Autowired
    UndeliverableAddresses undeliverable;

    @Autowired
    MailStops stops;

    @Test
    void aMailThatComesBackStandsOnItsCaseAndMarksItsAddressUntilItWritesAgain() {
        String from = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Retour", "Bonjour")));

        Receipt report = mailroom.accept(report(sent(ticket), from, "failed", "5.1.1"));

        assertThat(report.outcome()).isEqualTo(Handled.BOUNCE);
        assertThat(report.ticket()).contains(ticket.number());
        TimelineEntry.Message last = messages(ticket).getLast();
        assertThat(last.id().value()).isEqualTo(report.message().orElseThrow());
        assertThat(last.automatic()).isTrue();
        assertThat(remarks(last)).containsExactly(Remark.of("returned.dead", from, "550 5.1.1 User unknown"));
        TimelineEntry.Message acknowledgement = messages(ticket).get(1);
        assertThat(acknowledgement.delivery()).isEqualTo(TimelineEntry.Delivery.FAILED);
        assertThat(acknowledgement.failure()).contains("bounced");
        assertThat(undeliverable.look(new EmailAddress(from)).orElseThrow())
                .satisfies(mark -> assertThat(mark.reason()).isEqualTo(Reason.DEAD))
                .satisfies(mark -> assertThat(mark.status()).isEqualTo("5.1.1"));

        mailroom.accept(mail(from, "Me revoici", "Bonjour"));

        assertThat(undeliverable.look(new EmailAddress(from))).isEmpty();
    }

    @Test
    void aMailThatIsOnlyLateOrRefusedForWhatItHoldsMarksNoAddress() {
        String from = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Retard", "Bonjour")));
        String sent = sent(ticket);

        mailroom.accept(report(sent, from, "delayed", "4.4.1"));
        assertThat(messages(ticket).get(1).delivery()).isEqualTo(TimelineEntry.Delivery.SENT);
        mailroom.accept(report(sent, from, "failed", "5.2.2"));

        assertThat(messages(ticket).get(1).delivery()).isEqualTo(TimelineEntry.Delivery.FAILED);
        assertThat(undeliverable.look(new EmailAddress(from))).isEmpty();
    }

    @Test
    void aReportAboutAMailWeDidNotSendThereMarksNothing() {
        String from = freshAddress();
        String victim = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Faux", "Bonjour")));

        mailroom.accept(report(sent(ticket), victim, "failed", "5.1.1"));
        mailroom.accept(report("invented@mowakaba.localhost", from, "failed", "5.1.1"));

        assertThat(undeliverable.look(new EmailAddress(victim))).isEmpty();
        assertThat(undeliverable.look(new EmailAddress(from))).isEmpty();
        assertThat(messages(ticket).get(1).delivery()).isEqualTo(TimelineEntry.Delivery.SENT);
    }

    @Test
    void anAutomaticAnswerThatComesByTwoWaysStandsOnceOnItsCaseAndOpensNothingAgain() {
        String from = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Absence", "Bonjour")));
        helpdesk.change(ticket.id(), resolved(), helpdesk.get(ticket.id()).version(), Optional.empty());
        String headers = "In-Reply-To: <" + sent(ticket) + ">\nPrecedence: bulk\nReceived: by ";
        String id = freshId();

        Receipt first = mailroom.accept(mail(from, "Absent", id, headers + "a\n", "De retour lundi"));
        Receipt second = mailroom.accept(mail(from, "Absent", id, headers + "b\n", "De retour lundi"));

        assertThat(first.outcome()).isEqualTo(Handled.AUTO_REPLY);
        assertThat(second.outcome()).isEqualTo(Handled.DUPLICATE);
        assertThat(second.message()).isEqualTo(first.message());
        assertThat(messages(ticket)).hasSize(3);
        assertThat(helpdesk.get(ticket.id()).state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void anAutomaticAnswerOfNoCaseIsListedAndCanBePutInOne() {
        String from = freshAddress();
        mailroom.accept(mail(from, "Rapport", freshId(), "Auto-Submitted: auto-generated\n", "Formulaire : aide"));
        Mailroom.Held aside = mailroom.aside(50).stream()
                .filter(mail -> mail.sender().equals(Optional.of(from)))
                .findFirst()
                .orElseThrow();

        Receipt filed = mailroom.file(aside.id());

        assertThat(filed.outcome()).isEqualTo(Handled.CREATED);
        assertThat(messages(ticket(filed))).hasSize(1);
        assertThat(mailroom.aside(50)).extracting(Mailroom.Held::id).doesNotContain(aside.id());
        assertThat(mailroom.file(aside.id()).outcome()).isEqualTo(Handled.DUPLICATE);
    }

    @Test
    void whatAFilterFoundUnwantedWaitsUntilSomebodyWantsItAndIsNotAcknowledged() {
        String from = freshAddress();
        Receipt held = mailroom.accept(mail(from, "Subvention", freshId(), "X-Spam-Flag: YES\n", "Bonjour"));
        Mailroom.Held waiting = mailroom.held(200).stream()
                .filter(mail -> mail.sender().equals(Optional.of(from)))
                .findFirst()
                .orElseThrow();

        assertThat(held.reason()).contains("spam");
        assertThat(mailroom.retry(waiting.id()).outcome()).isEqualTo(Handled.QUARANTINED);
        Receipt filed = mailroom.file(waiting.id());
        assertThat(filed.outcome()).isEqualTo(Handled.CREATED);
        assertThat(messages(ticket(filed))).hasSize(1);
    }

    @Test
    void anAnswerToAMailOfOursIsNobodysSpam() {
        String from = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Subvention", "Bonjour")));

        Receipt answer = mailroom.accept(
                mail(from, "Re", freshId(), "X-Spam-Flag: YES\nIn-Reply-To: <" + sent(ticket) + ">\n", "Merci"));

        assertThat(answer.outcome()).isEqualTo(Handled.APPENDED);
    }

    @Test
    void aCaseThatGrowsFasterThanPeopleWriteIsStoppedUntilASupervisorLetsItGoOn() {
        String from = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Boucle", "Bonjour")));
        String subject = "Re: Boucle " + ticket.number().tag();
        for (int i = 1; i < 60; i++) {
            assertThat(mailroom.accept(mail(from, subject, "Bien reçu " + i)).outcome())
                    .isEqualTo(Handled.APPENDED);
        }

        Receipt held = mailroom.accept(mail(from, subject, "Bien reçu 60"));

        assertThat(held.outcome()).isEqualTo(Handled.QUARANTINED);
        assertThat(held.reason()).contains("storm-case");
        assertThat(stops.now())
                .extracting(MailStops.Stop::subject)
                .contains(ticket.number().value());
        assertThat(mailroom.accept(mail(from, "Autre demande", "Bonjour")).outcome())
                .isEqualTo(Handled.CREATED);
        stops.lift(ticket.number().value());
        assertThat(mailroom.accept(mail(from, subject, "Bien reçu 61")).outcome())
                .isEqualTo(Handled.APPENDED);
    }

    @Test
    void ourOwnMailThatComesBackToUsIsHeld() {
        Ticket ticket = ticket(mailroom.accept(mail(freshAddress(), "Écho", "Bonjour")));

        Receipt held = mailroom.accept(mail("liste@example.ma", "Re: Écho", sent(ticket), "", "Bonjour"));

        assertThat(held.outcome()).isEqualTo(Handled.QUARANTINED);
        assertThat(held.reason()).contains("own-loop");
        assertThat(held.ticket()).isEmpty();
    }

    private static ma.mowakaba.ticket.TicketChange resolved() {
        return ma.mowakaba.ticket.TicketChange.to(TicketState.RESOLVED);
    }

    /** @return the Message-ID of the acknowledgement, once it has left */
    private String sent(Ticket ticket) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> messages(ticket).get(1).delivery() == TimelineEntry.Delivery.SENT);
        return book.thread(List.of(ticket.id())).stream()
                .filter(KnownMail::ours)
                .map(KnownMail::reference)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] report(String about, String recipient, String action, String status) {
        return Stream.of(
                        "From: MAILER-DAEMON@mx.example.org",
                        "To: markaz@mowakaba.localhost",
                        "Subject: Undelivered",
                        "Message-ID: <" + freshId() + ">",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                        "",
                        "--b",
                        "",
                        "It could not be delivered.",
                        "--b",
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; mx.example.org",
                        "",
                        "Final-Recipient: rfc822; " + recipient,
                        "Action: " + action,
                        "Status: " + status,
                        "Diagnostic-Code: smtp; 550 " + status + " User unknown",
                        "--b",
                        "Content-Type: text/rfc822-headers",
                        "",
                        "Message-ID: <" + about + ">",
                        "--b--")
                .collect(java.util.stream.Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<Remark> remarks(TimelineEntry.Message message) {
        return remarks.of(List.of(message.id().value()))
                .getOrDefault(message.id().value(), List.of());
    }

    private Ticket ticket(Receipt receipt) {
        return helpdesk.get(receipt.ticket().orElseThrow());
    }

    private List<TimelineEntry.Message> messages(Ticket ticket) {
        return Spoken.in(ticket, helpdesk);
    }
}
