package ma.mowakaba.routing;

import java.util.List;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Reasons by the messages {@code routing.reason.*}; a domain and a language among the arguments are said by their names. */
@Service
class SpokenReasons implements Reasons {

    private final MessageSource messages;
    private final Domains domains;

    SpokenReasons(MessageSource messages, Domains domains) {
        this.messages = messages;
        this.domains = domains;
    }

    @Override
    public String words(Reason reason, Language language) {
        List<String> arguments = reason.arguments();
        Object[] said =
                arguments.stream().map(argument -> word(argument, language)).toArray();
        String key = "routing.reason." + reason.key();
        return String.valueOf(messages.getMessage(key, said, reason.key(), language.locale()));
    }

    private String word(String argument, Language language) {
        try {
            DomainCode domain = new DomainCode(argument);
            return domains.exists(domain) ? domains.name(domain, language) : languageName(argument, language);
        } catch (Problem noCode) {
            return argument;
        }
    }

    private String languageName(String code, Language language) {
        return String.valueOf(messages.getMessage("routing.language." + code, new Object[0], code, language.locale()));
    }
}
