package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketFilter;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.ticket.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails that really travel: IMAP in, SMTP out, by the mail server of the demonstration. */
@CenterTest
class CorrespondenceCenterTest {

    private static final String CENTER = "markaz@mowakaba.localhost";
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @Autowired
    GreenMail server;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Told told;

    @LocalServerPort
    int port;

    private final StaffId advisor = DemoStaff.id("advisor");

    @Test
    void aMailInTheMailboxIsAcknowledgedAnsweredAndContinuedOnOneTicket() throws Exception {
        String from = freshAddress();
        String id = freshId();
        drop(mail("Nadia <" + from + ">", "Récépissé définitif", id, "", "Quand arrive le récépissé ?"));

        MimeMessage acknowledgement = arrived(from, 1);
        TicketNumber number = TicketNumber.in(acknowledgement.getSubject()).orElseThrow();
        assertThat(acknowledgement.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(acknowledgement.getHeader("In-Reply-To")).containsExactly("<" + id + ">");
        assertThat(acknowledgement.getFrom()[0])
                .isInstanceOfSatisfying(
                        InternetAddress.class,
                        address -> assertThat(address.getAddress()).isEqualTo(CENTER));

        Ticket ticket = helpdesk.get(number);
        helpdesk.reply(ticket.id(), advisor, "Dans un délai de 60 jours.", List.of());
        MimeMessage reply = arrived(from, 2);
        assertThat(reply.getSubject()).isEqualTo("Re: Récépissé définitif " + number.tag());
        assertThat(reply.getHeader("References")[0]).contains("<" + id + ">");
        assertThat(reply.getHeader("Auto-Submitted")).isNull();
        assertThat(GreenMailUtil.getWholeMessage(reply)).contains("dir=");

        Receipt answer = mailroom.accept(
                mail(from, "Re: merci", freshId(), "In-Reply-To: " + reply.getHeader("Message-ID")[0] + "\n", "Merci"));
        assertThat(answer.outcome()).isEqualTo(Handled.APPENDED);
        assertThat(answer.ticket()).contains(number);
    }

    @Test
    void aWholeArticleGoesByMailInTheRequestersLanguageWithItsSourcesAndStaysPinned() throws Exception {
        String from = freshAddress();
        Receipt receipt = mailroom.accept(mail(from, "تأسيس جمعية", "السلام عليكم، كيف نؤسس جمعية؟"));
        arrived(from, 1);
        Ticket ticket = helpdesk.get(receipt.ticket().orElseThrow());

        helpdesk.mailArticle(ticket.id(), advisor, "السلام عليكم", "create-association");

        MimeMessage sent = arrived(from, 2);
        String text = part(sent, "text/plain");
        String html = part(sent, "text/html");
        assertThat(html)
                .contains("<html lang=\"ar\" dir=\"rtl\">", "<h1>تأسيس جمعية</h1>", "<section id=\"steps\">")
                .contains("<bdi dir=\"ltr\">1.58.376</bdi>", "/help/ar/create-association", "23 نونبر 2026");
        assertThat(text).contains("المراحل", "/help/ar/create-association", "https://adala.justice.gov.ma");
        assertThat(helpdesk.timeline(ticket.id(), Page.Request.first(20)).items())
                .filteredOn(TimelineEntry.ArticleSent.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(TimelineEntry.ArticleSent.class, pinned -> {
                    assertThat(pinned.whole()).isTrue();
                    assertThat(pinned.version()).isPositive();
                });
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        return part((jakarta.mail.Part) mail, type).orElseThrow();
    }

    private static Optional<String> part(jakarta.mail.Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof jakarta.mail.Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                Optional<String> found = part(parts.getBodyPart(at), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void aNoticeCanBeStoppedByItsLinkAndThenOnlyAnswersArrive() throws Exception {
        String from = freshAddress();
        Ticket ticket = helpdesk.get(mailroom.accept(mail(from, "Subvention", "Bonjour, où déposer la demande ?"))
                .ticket()
                .orElseThrow());
        arrived(from, 1);
        var renewal = new Told.Renewal("create-association", 1, Told.How.SENT, "La règle a changé.", "note");
        told.recontact(ticket.id(), renewal, advisor);

        MimeMessage notice = arrived(from, 2);
        assertThat(notice.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(notice.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String link = notice.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        assertThat(link).contains("/help/fr/notices/");
        assertThat(part(notice, "text/html")).contains("href=\"" + link + "\"");
        String path = URI.create(link).getPath();
        assertThat(Center.at(port).get(path).status()).isEqualTo(200);
        assertThat(Center.at(port).post(path, "List-Unsubscribe=One-Click").status())
                .isIn(200, 303);

        told.recontact(
                ticket.id(), new Told.Renewal("create-association", 2, Told.How.SENT, "Encore.", "note"), advisor);
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(helpdesk.timeline(ticket.id(), Page.Request.first(30))
                                .items())
                        .anySatisfy(entry -> assertThat(entry)
                                .isInstanceOfSatisfying(
                                        TimelineEntry.Message.class,
                                        message -> assertThat(message.failure()).contains("unsubscribed"))));
        helpdesk.reply(ticket.id(), advisor, "Au bureau d’ordre.", List.of());
        assertThat(arrived(from, 3).getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void aMailIsMarkedAsSeenOnlyWhenItIsATicket() throws Exception {
        String from = freshAddress();
        drop(mail(from, "Marque", "Bonjour"));

        arrived(from, 1);

        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(inbox(CENTER))
                        .filteredOn(mail -> from(mail).equals(from))
                        .isNotEmpty()
                        .allSatisfy(
                                mail -> assertThat(mail.isSet(Flags.Flag.SEEN)).isTrue()));
    }

    @Test
    void aReplyWrittenWhileTheMailServerIsDownIsSentWhenItIsBackAndOnlyOnce() throws Exception {
        String from = freshAddress();
        Receipt receipt = mailroom.accept(mail(from, "Panne", "Bonjour"));
        arrived(from, 1);
        int port = sender.getPort();
        sender.setPort(nobodyListens());
        try {
            helpdesk.reply(helpdesk.get(receipt.ticket().orElseThrow()).id(), advisor, "Voici la réponse.", List.of());
            await().during(Duration.ofSeconds(2))
                    .atMost(A_WHILE)
                    .until(() -> inbox(from).size() == 1);
        } finally {
            sender.setPort(port);
        }

        assertThat(arrived(from, 2).getSubject()).contains("Panne");
        await().during(Duration.ofSeconds(2))
                .atMost(A_WHILE)
                .until(() -> inbox(from).size() == 2);
    }

    @Test
    void manyMailsInTheMailboxAreEachOneTicket() throws Exception {
        String subject = "Lot " + UUID.randomUUID();
        for (int i = 0; i < 120; i++) {
            drop(mail(freshAddress(), subject + " n " + i, "Bonjour " + i));
        }

        await().atMost(A_WHILE).until(() -> tickets(subject) == 120);
    }

    private long tickets(String subject) {
        return helpdesk.list(TicketFilter.everything(), Page.Request.first(200)).items().stream()
                .filter(ticket -> ticket.subject().startsWith(subject))
                .count();
    }

    private void drop(byte[] raw) throws MessagingException, IOException {
        var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        server.setUser(CENTER, CENTER, CENTER).deliver(mail);
    }

    /** @return the newest when that many have arrived */
    private MimeMessage arrived(String address, int count) {
        await().atMost(A_WHILE).until(() -> inbox(address).size() == count);
        return inbox(address).getLast();
    }

    private List<MimeMessage> inbox(String address) {
        return Inbox.of(server, address);
    }

    private static String from(MimeMessage mail) {
        try {
            return ((InternetAddress) mail.getFrom()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int nobodyListens() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
