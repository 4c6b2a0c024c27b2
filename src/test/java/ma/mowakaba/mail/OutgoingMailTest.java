package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;
import ma.mowakaba.ticket.ReplyChannel.Enclosure;
import org.junit.jupiter.api.Test;

/** What leaves is read back by the reader that reads what comes. */
class OutgoingMailTest {

    private static final String STATUTES = "القانون الأساسي لجمعية الأمل للتنمية والتضامن بالحسيمة.pdf";

    @Test
    void anArabicNameOfAFileIsWrittenInBothWaysAndReadBack() throws Exception {
        OutgoingMail mail = mail();
        mail.enclose(new Enclosure(STATUTES, "application/pdf", new byte[] {1, 2, 3}));
        mail.enclose(new Enclosure("budget 2026.ods", "application/vnd.oasis.opendocument.spreadsheet", new byte[9]));
        byte[] raw = bytes(mail);
        String text = new String(raw, StandardCharsets.UTF_8);

        assertThat(text).contains("filename=\"=?UTF-8?B?", "filename*0*=UTF-8''%D8%A7", "name=\"=?UTF-8?B?");
        assertThat(text).contains("filename=\"budget 2026.ods\"").doesNotContain("filename*=UTF-8''budget");
        assertThat(text.lines()).allMatch(line -> line.length() <= 78 || line.startsWith("<"));
        assertThat(MimeReader.read(raw).body().attachments())
                .extracting(AttachmentDraft::name)
                .containsExactly(STATUTES, "budget 2026.ods");
    }

    @Test
    void everyNameIsReadBackFromEachOfTheTwoWaysAlone() throws Exception {
        for (String name :
                List.of(STATUTES, "بيان.txt", "été à Fès.pdf", "a\"b\\c.txt", "x".repeat(150) + ".txt", "😀.png")) {
            OutgoingMail mail = mail();
            mail.enclose(new Enclosure(name, "application/octet-stream", new byte[1]));
            String text = new String(bytes(mail), StandardCharsets.UTF_8);
            String onlyStandard = text.replaceAll(";\r\n\t(file)?name=\"[^\"]*\"", "");
            String onlyWords = text.replaceAll(";\r\n\tfilename\\*[^;\r]*", "");

            assertThat(Stream.of(text, onlyWords, text.contains("filename*") ? onlyStandard : text))
                    .allSatisfy(way -> assertThat(MimeReader.read(way.getBytes(StandardCharsets.UTF_8))
                                    .body()
                                    .attachments())
                            .extracting(AttachmentDraft::name)
                            .containsExactly(name.contains("\\") ? "c.txt" : name));
        }
    }

    @Test
    void aPictureIsWhereTheHtmlNamesItAndKeepsItsArabicName() throws Exception {
        OutgoingMail mail = mail();
        mail.setHtmlMsg("<p>Voici</p><p><img src=\"cid:0.m@mowakaba.localhost\"></p>");
        mail.show(new Enclosure("شعار الجمعية.png", "image/png", new byte[] {1}), "0.m@mowakaba.localhost");
        mail.show(new Enclosure("شعار الجمعية.png", "image/png", new byte[] {2}), "1.m@mowakaba.localhost");

        ParsedMail read = MimeReader.read(bytes(mail));
        assertThat(read.body().attachments())
                .extracting(file ->
                        file.name() + " " + file.type() + " " + file.contentId().orElse("") + " " + file.bytes()[0])
                .containsExactlyInAnyOrder(
                        "شعار الجمعية.png image/png 0.m@mowakaba.localhost 1",
                        "شعار الجمعية.png image/png 1.m@mowakaba.localhost 2");
    }

    @Test
    void aNameCannotWriteHeaders() throws Exception {
        OutgoingMail mail = mail();
        mail.enclose(new Enclosure("a\r\nBcc: x@example.ma\r\n.txt", "text/plain", new byte[1]));

        assertThat(new String(bytes(mail), StandardCharsets.UTF_8)).doesNotContain("\r\nBcc:");
    }

    private static OutgoingMail mail() throws Exception {
        OutgoingMail mail = new OutgoingMail("m@mowakaba.localhost");
        mail.setCharset("UTF-8");
        mail.setFrom("markaz@mowakaba.localhost");
        mail.addressed(new EmailAddress("nadia@example.ma"), List.of());
        mail.setSubject("Réponse");
        mail.setTextMsg("Voici");
        mail.setHtmlMsg("<p>Voici</p>");
        return mail;
    }

    private static byte[] bytes(OutgoingMail mail) throws Exception {
        Properties nowhere = new Properties();
        nowhere.setProperty("mail.smtp.host", "localhost");
        mail.setMailSession(Session.getInstance(nowhere));
        mail.buildMimeMessage();
        mail.getMimeMessage().saveChanges();
        var out = new ByteArrayOutputStream();
        mail.getMimeMessage().writeTo(out);
        return out.toByteArray();
    }
}
