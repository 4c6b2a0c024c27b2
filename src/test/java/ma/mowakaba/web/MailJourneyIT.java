package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The second and the fourth journey on the advisor's screen; the mails really travel, by IMAP and SMTP. */
@BrowserTest
class MailJourneyIT {

    private static final String CENTER = "markaz@mowakaba.localhost";

    @Autowired
    GreenMail server;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final String writer = "membre-" + key + "@example.ma";

    @Test
    void aMailAppearsByItselfIsAnsweredWithAPassageAndItsAnswerComesBackToTheSameCase(Floor floor, Chromium chromium)
            throws Exception {
        Floor.Desk desk = floor.comes(chromium, "ar-MA");
        floor.available(desk);
        Page page = desk.page();
        write("وثائق تأسيس جمعية " + key, "", "text/plain", "السلام عليكم، ما هي الوثائق المطلوبة لتأسيس جمعية؟");

        mine(page).click();
        assertThat(page.locator("#case-title")).hasText("وثائق تأسيس جمعية " + key);
        page.fill("#ask", "chno homa lwra2i9 bach n2assess jam3iya");
        assertThat(page.locator("passage-insert").first()).isVisible();
        page.locator("passage-insert button").first().click();
        assertThat(page.locator("#pinned input[name=articles]")).hasCount(1);
        chromium.accessible(page);
        page.click("#send");
        assertThat(page.locator(".entry--out .said").last()).containsText("المصدر");
        assertThat(page.locator(".entry--event", new Page.LocatorOptions().setHasText("أُرسل المقال")))
                .hasCount(1);

        MimeMessage answer = received(2);
        var parts = (MimeMultipart) answer.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("المصدر");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("dir=\"rtl\"");
        String thread = "In-Reply-To: " + answer.getMessageID() + "\r\n";
        write("Re: merci " + key, thread, "text/plain", "شكرا، وصلتني الوثائق.");
        assertThat(page.locator(".entry--in .said").last()).hasText("شكرا، وصلتني الوثائق.");
        assertThat(page.locator("#p-state")).hasValue("open");
    }

    @Test
    void aMailLaidOutInHtmlShowsItsShapeInAFrameAndFetchesNothing(Floor floor, Chromium chromium) throws Exception {
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        floor.available(desk);
        Page page = desk.page();
        List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        write(
                "Pièces " + key,
                "",
                "text/html",
                "<table><tr><td>Statuts</td><td>3</td></tr></table><script>document.title='x'</script>"
                        + "<img src=\"https://elsewhere.example/pixel.png\"><p onclick=\"x()\">Merci</p>");

        mine(page).click();
        FrameLocator sheet = page.frameLocator("mail-frame iframe");
        assertThat(sheet.locator("td").first()).hasText("Statuts");
        assertThat(sheet.locator("script, [onclick], img")).hasCount(0);
        assertThat(page.locator("mail-frame iframe")).hasAttribute("height", java.util.regex.Pattern.compile("\\d+"));
        chromium.accessible(page);
        page.locator(".sheet-of-mail summary").click();
        assertThat(page.locator(".entry--in .bubble")).containsText("Merci");
        assertThat(asked).noneMatch(url -> url.contains("elsewhere.example"));
    }

    @Test
    void anAnswerLeavesWithItsFileTheCaseTellsHowFarItGotAndWhatWasSaidGoesByMail(Floor floor, Chromium chromium)
            throws Exception {
        Floor.Desk desk = floor.comes(chromium, "ar-MA");
        floor.available(desk);
        Page page = desk.page();
        write("نموذج القانون الأساسي " + key, "", "text/plain", "السلام عليكم، هل عندكم نموذج للقانون الأساسي؟");

        mine(page).click();
        page.fill("#body", "تجدون النموذج رفقته.");
        page.setInputFiles(
                "#composer input[name=files]",
                new FilePayload("القانون الأساسي.pdf", "application/pdf", new byte[] {1, 2, 3}));
        page.setInputFiles(
                "#composer input[name=files]", new FilePayload("صورة.png", "image/png", new byte[] {1, 2, 3}));
        assertThat(page.locator("chosen-files li")).hasCount(2);
        chromium.accessible(page);
        page.locator("chosen-files li").last().locator("button").click();
        page.click("#send");
        assertThat(page.locator(".entry--out .files a")).hasCount(1);
        assertThat(page.locator(".entry--out .files")).containsText("القانون الأساسي.pdf");
        assertThat(page.locator(".entry--out .recipients")).containsText(writer);
        assertThat(page.locator(".entry--out .badge--accepted")).hasText("سُلّمت إلى الخادم");
        chromium.accessible(page);
        MimeMessage answer = received(2);
        assertThat(GreenMailUtil.getWholeMessage(answer)).contains("filename*0*=UTF-8''%D8%A7%D9%84");

        page.onDialog(dialog -> dialog.accept());
        page.locator("[hx-post$=transcript]").click();
        String transcript = ((MimeMultipart) received(3).getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
        assertThat(transcript).contains("هذا ما قيل إلى حدود الآن", "هل عندكم نموذج", "تجدون النموذج رفقته");
        assertThat(page.locator("#p-state")).hasValue("waiting");
    }

    @Test
    void whoeverReadsAlongIsOfferedAndGetsTheAnswerOnceTheAdvisorSaysSo(Floor floor, Chromium chromium)
            throws Exception {
        Floor.Desk desk = floor.comes(chromium, "ar-MA");
        floor.available(desk);
        Page page = desk.page();
        String treasurer = "amin-" + key + "@example.ma";
        write("نسخة " + key, "Cc: <" + treasurer + ">, <" + CENTER + ">\r\n", "text/plain", "السلام عليكم، طلب دعم.");

        mine(page).click();
        assertThat(page.locator(".entry--in p.recipients")).containsText(treasurer);
        Locator offered = page.locator("#composer input[type=checkbox][name=copies]");
        assertThat(offered).hasCount(1);
        assertThat(offered).not().isChecked();
        chromium.accessible(page);
        page.fill("#body", "تجدون الجواب رفقته.");
        page.fill("#composer input.input[name=copies]", "tresorier@");
        page.click("#send");
        assertThat(page.locator("body")).containsText("ليس هذا عنوانا إلكترونيا: tresorier@");
        assertThat(page.locator("#body")).hasValue("تجدون الجواب رفقته.");

        page.fill("#composer input.input[name=copies]", "");
        offered.check();
        page.click("#send");
        assertThat(page.locator(".entry--out .recipients").last()).containsText(writer);
        assertThat(page.locator(".entry--out .recipients li").last()).containsText("نسخة");
        assertThat(page.locator(".entry--out .recipients li").last()).containsText(treasurer);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Stream.of(server.getReceivedMessages())
                                .filter(mail -> copied(mail).contains(treasurer))
                                .count()
                        == 2);
    }

    private static String copied(MimeMessage mail) {
        try {
            return mail.getFrom()[0].toString().contains(CENTER)
                    ? Arrays.toString(mail.getRecipients(jakarta.mail.Message.RecipientType.CC))
                    : "";
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Locator mine(Page page) {
        return page.locator("[data-part=mine] a", new Page.LocatorOptions().setHasText(key));
    }

    private void write(String subject, String headers, String type, String text) throws MessagingException {
        String raw = "From: Khadija <" + writer + ">\r\nTo: " + CENTER + "\r\nMessage-ID: <" + UUID.randomUUID()
                + "@example.ma>\r\n" + headers + "MIME-Version: 1.0\r\n";
        var session = jakarta.mail.Session.getInstance(new Properties());
        var mail = new MimeMessage(
                session,
                new java.io.ByteArrayInputStream((raw + "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        mail.setSubject(subject, "UTF-8");
        mail.setContent(text, type + "; charset=utf-8");
        String id = mail.getMessageID();
        mail.saveChanges();
        mail.setHeader("Message-ID", id);
        server.setUser(CENTER, CENTER, CENTER).deliver(mail);
    }

    /** @return the newest when that many have arrived at the writer */
    private MimeMessage received(int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> inbox().size() == count);
        return inbox().getLast();
    }

    private List<MimeMessage> inbox() {
        return Stream.of(server.getReceivedMessages()).filter(this::toWriter).toList();
    }

    private boolean toWriter(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients()).contains(writer);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
