package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.mail;
import static ma.mowakaba.web.Glyphs.inOrder;
import static ma.mowakaba.web.Glyphs.leftOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Page;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers as their readers see them: where each letter stands, measured in a browser. */
@BrowserTest
class RenderedMailIT {

    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired
    GreenMail server;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Test
    void anArabicAnswerKeepsReferencesNumbersAndLatinNamesInTheirOrder(Chromium chromium) throws Exception {
        Sent sent = answer("تأسيس جمعية", "السلام عليكم، كيف نؤسس جمعية؟", """
            CNDP هي اللجنة الوطنية لمراقبة حماية المعطيات، ويُودع الملف قبل 31/12/2026.
            للاتصال: +212 537 00 11 22 أو markaz@example.ma، والمرجع 2026-004321.

            Le formulaire A4 est joint.\
            """, List.of("create-association"));
        Page page = show(chromium, sent, "ar-MA", "mail-ar");

        assertThat(inOrder(page.locator("body"), "31/12/2026")).isTrue();
        assertThat(inOrder(page.locator("body"), "+212 537 00 11 22")).isTrue();
        assertThat(inOrder(page.locator("body"), "2026-004321")).isTrue();
        assertThat(inOrder(page.locator("body"), sent.number().tag())).isTrue();
        assertThat(inOrder(page.locator("body"), "CNDP")).isTrue();
        assertThat(page.locator("p[lang=ar][dir=rtl]").count()).isGreaterThan(1);
        assertThat(page.locator("p[lang=fr][dir=ltr]").innerText()).startsWith("Le formulaire");
        assertThat(sent.plain()).contains("\u2068+212 537 00 11 22\u2069", "markaz@example.ma،", "\u2068CNDP\u2069");
    }

    @Test
    void aFrenchAnswerKeepsAnArabicNameWholeAndWhatFollowsItInItsPlace(Chromium chromium) throws Exception {
        Sent sent = answer(
                "Récépissé définitif",
                "Bonjour, quand arrive le récépissé ?",
                "Le dossier de جمعية الأمل للتنمية 2026-004321 est complet.\nRappelez-nous au 05 37 00 11 22.",
                List.of());
        Page page = show(chromium, sent, "fr-MA", "mail-fr");

        assertThat(leftOf(page.locator("body"), "جمعية الأمل للتنمية", "2026-004321"))
                .isTrue();
        assertThat(inOrder(page.locator("body"), "2026-004321")).isTrue();
        assertThat(inOrder(page.locator("body"), "05 37 00 11 22")).isTrue();
        assertThat(page.locator("p[dir=rtl]").count()).isZero();
        assertThat(sent.plain())
                .contains("\u2068جمعية الأمل للتنمية\u2069 \u20682026-004321\u2069", "au 05 37 00 11 22.");
    }

    @Test
    void anAnswerWithFilesShowsItsPicturesAndKeepsTheirArabicNames(Chromium chromium) throws Exception {
        String from = freshAddress();
        Receipt receipt = mailroom.accept(mail(from, "شعار", "السلام عليكم، أريد الشعار."));
        helpdesk.reply(
                helpdesk.get(receipt.ticket().orElseThrow()).id(),
                DemoStaff.id("advisor"),
                new Helpdesk.Answer(
                        "تجدون الشعار أسفله.",
                        List.of(),
                        List.of(
                                new AttachmentDraft("شعار الجمعية.png", "image/png", DOT, Optional.empty()),
                                new AttachmentDraft("القانون الأساسي.pdf", "application/pdf", DOT, Optional.empty())),
                        List.of()));
        MimeMessage mail = arrived(from);
        ParsedMail read = MimeReader.read(GreenMailUtil.getWholeMessage(mail).getBytes(StandardCharsets.UTF_8));

        assertThat(read.body().attachments())
                .extracting(AttachmentDraft::name)
                .containsExactly("شعار الجمعية.png", "القانون الأساسي.pdf");
        assertThat(part(mail, "text/html").orElseThrow())
                .contains("src=\"cid:"
                        + read.body().attachments().getFirst().contentId().orElseThrow() + "\"");
    }

    /** @param number of the case */
    private record Sent(TicketNumber number, String html, String plain) {}

    private Sent answer(String subject, String question, String text, List<String> articles) throws Exception {
        String from = freshAddress();
        TicketNumber number =
                mailroom.accept(mail(from, subject, question)).ticket().orElseThrow();
        helpdesk.reply(helpdesk.get(number).id(), DemoStaff.id("advisor"), text, articles);
        MimeMessage mail = arrived(from);
        return new Sent(
                number,
                part(mail, "text/html").orElseThrow(),
                part(mail, "text/plain").orElseThrow());
    }

    /** The second one, after the acknowledgement. */
    private MimeMessage arrived(String address) {
        await().atMost(Duration.ofSeconds(60)).until(() -> inbox(address).size() == 2);
        return inbox(address).stream()
                .filter(mail -> header(mail, "Auto-Submitted").isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<MimeMessage> inbox(String address) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> header(mail, "To").contains(address))
                .toList();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return Optional.ofNullable(mail.getHeader(name, ",")).orElse("");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Page show(Chromium chromium, Sent sent, String locale, String name) {
        Page page = chromium.page(locale);
        page.setContent(sent.html());
        for (int width : new int[] {390, 1440}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/" + name + "-" + width + ".png"))
                    .setFullPage(true));
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
        return page;
    }

    private static Optional<String> part(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                Optional<String> found = part(parts.getBodyPart(at), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
