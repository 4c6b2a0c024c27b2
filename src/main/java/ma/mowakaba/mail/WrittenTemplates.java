package ma.mowakaba.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The door, opened. */
@Component
class WrittenTemplates implements MailTemplates {

    private static final List<Language> LANGUAGES = List.of(Language.AR, Language.FR, Language.EN);

    private final TemplateBook book;
    private final ReplyText sheet;
    private final MessageSource texts;

    WrittenTemplates(TemplateBook book, ReplyText sheet, MessageSource texts) {
        this.book = book;
        this.sheet = sheet;
        this.texts = texts;
    }

    @Override
    public List<Template> of(Kind kind) {
        return LANGUAGES.stream()
                .map(language -> book.now(kind, language)
                        .orElseGet(() -> new Template(kind, language, delivered(kind, language), 0, Optional.empty())))
                .toList();
    }

    @Override
    public String fill(Kind kind, Language asked, Map<Placeholder, String> values) {
        Language language = written(asked);
        String text = book.recent(kind, language).map(Template::text).orElseGet(() -> delivered(kind, language));
        Map<Placeholder, String> all = MailTemplates.values();
        all.put(Placeholder.CENTER, say("mail.center.name", language));
        all.putAll(values);
        return TemplateText.filled(kind, text, all);
    }

    @Override
    public List<Fault> faults(Kind kind, String text) {
        return TemplateText.faults(kind, text);
    }

    @Override
    public void write(Kind kind, Language language, String text, long version, StaffId by) {
        if (!faults(kind, text).isEmpty()) {
            throw Problem.invalid("mail.template");
        }
        book.write(kind, known(language), text.replace("\r\n", "\n").strip(), version, by);
    }

    @Override
    public void restore(Kind kind, Language language, long version) {
        book.remove(kind, known(language), version);
    }

    @Override
    public String preview(Kind kind, Language language, String text) {
        Map<Placeholder, String> samples = MailTemplates.values();
        kind.known().forEach(one -> samples.put(one, say("mail.placeholder." + one.code() + ".sample", language)));
        return sheet.sample(known(language), TemplateText.filled(kind, text.replace("\r\n", "\n"), samples));
    }

    private String delivered(Kind kind, Language language) {
        Object[] placeholders = kind.known().stream()
                .map(placeholder -> "{" + placeholder.code() + "}")
                .toArray();
        return texts.getMessage("mail.template." + kind.code(), placeholders, language.locale());
    }

    private static Language written(Language asked) {
        return LANGUAGES.contains(asked) ? asked : Language.AR;
    }

    /** @throws Problem NOT_FOUND {@code mail.template.unknown} */
    private static Language known(Language language) {
        return Stream.of(language)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("mail.template.unknown"));
    }

    private String say(String key, Language language) {
        return texts.getMessage(key, null, language.locale());
    }
}
