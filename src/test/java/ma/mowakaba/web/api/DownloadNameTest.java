package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadNameTest {

    @Test
    void aPlainNameIsKept() {
        assertThat(DownloadName.of("statuts 2026.pdf"))
                .isEqualTo("attachment; filename=\"statuts 2026.pdf\"; filename*=UTF-8''statuts%202026.pdf");
    }

    @Test
    void anArabicNameIsKeptForProgramsThatCanReadIt() {
        assertThat(DownloadName.of("وصل.pdf"))
                .isEqualTo("attachment; filename=\"___.pdf\"; filename*=UTF-8''%D9%88%D8%B5%D9%84.pdf");
    }

    @Test
    void aPathIsNoName() {
        assertThat(DownloadName.of("../../etc/passwd")).contains("filename=\"passwd\"");
        assertThat(DownloadName.of("C:\\Windows\\evil.exe")).contains("filename=\"evil.exe\"");
        assertThat(DownloadName.of("..")).contains("filename=\"attachment\"");
    }

    @Test
    void nothingEndsTheHeaderOrTurnsTheDirection() {
        assertThat(DownloadName.of("a\r\nSet-Cookie: x=1\".pdf"))
                .doesNotContain("\r", "\n")
                .contains("aSet-Cookie");
        assertThat(DownloadName.of("facture\u202Efdp.exe")).contains("filename=\"facturefdp.exe\"");
    }
}
