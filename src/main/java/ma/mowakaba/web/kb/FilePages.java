package ma.mowakaba.web.kb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import ma.mowakaba.kb.ArticleTransfer;
import ma.mowakaba.staff.Advisor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** All articles as a zip of their files, and a zip of files seen before it is taken. */
@Controller
class FilePages {

    private final ArticleTransfer transfer;

    FilePages(ArticleTransfer transfer) {
        this.transfer = transfer;
    }

    @GetMapping("/articles/files")
    String files() {
        return "editor/files";
    }

    @GetMapping("/articles/files/export")
    ResponseEntity<byte[]> export() {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        transfer.export(zip);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("articles.zip")
                                .build()
                                .toString())
                .body(zip.toByteArray());
    }

    @PostMapping("/articles/files")
    String receive(@RequestParam MultipartFile file, Advisor me) throws IOException {
        return "redirect:/articles/files/" + transfer.receive(file.getInputStream(), ArticlePage.editor(me));
    }

    @GetMapping("/articles/files/{id}")
    String proposal(@PathVariable UUID id, Model model, Advisor me) {
        model.addAttribute("proposal", transfer.proposal(id, ArticlePage.editor(me)));
        model.addAttribute("outcomes", ArticleTransfer.Outcome.values());
        return "editor/proposal";
    }

    @PostMapping("/articles/files/{id}")
    String take(@PathVariable UUID id, Model model, Advisor me) {
        model.addAttribute("taken", transfer.take(id, ArticlePage.editor(me)));
        return "editor/files";
    }
}
