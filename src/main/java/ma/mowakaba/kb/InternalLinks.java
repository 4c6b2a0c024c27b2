package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Where the links of a text lead: to another article ({@code /help/<slug>}), to an address elsewhere, or nowhere. */
final class InternalLinks {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern ARTICLE = Pattern.compile("/help/([^/?#]+)(?:[?#].*)?");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:https?://|mailto:|tel:|#)\\S+");

    private InternalLinks() {}

    private record Found(String destination, int line) {}

    /** @param slugs of the articles that exist */
    static List<ArticleFault> faults(Manuscript text, String own, Set<String> slugs) {
        List<ArticleFault> faults = new ArrayList<>();
        text.related().stream()
                .filter(slug -> slug.equals(own) || !slugs.contains(slug))
                .forEach(slug -> faults.add(fault("related", 0, Fault.ARTICLE, slug)));
        for (Found link : links(text.body())) {
            Matcher article = ARTICLE.matcher(link.destination());
            if (article.matches() && !slugs.contains(article.group(1))) {
                faults.add(fault(ArticleFault.BODY, link.line(), Fault.ARTICLE, article.group(1)));
            } else if (!article.matches()
                    && !ELSEWHERE.matcher(link.destination()).matches()) {
                faults.add(fault(ArticleFault.BODY, link.line(), Fault.LINK, link.destination()));
            }
        }
        return faults;
    }

    /** @return addresses outside, of the sources and of the text, each once */
    static List<String> addresses(Manuscript text) {
        List<String> addresses = new ArrayList<>();
        text.legal().forEach(source -> addresses.add(source.url()));
        text.sources().forEach(source -> addresses.add(source.url()));
        links(text.body()).forEach(link -> addresses.add(link.destination()));
        return addresses.stream()
                .filter(address -> address.matches("https?://\\S+"))
                .distinct()
                .toList();
    }

    private static ArticleFault fault(String field, int line, Fault fault, String argument) {
        return new ArticleFault(field, line, fault.code(), List.of(argument));
    }

    private static List<Found> links(String body) {
        List<Found> links = new ArrayList<>();
        PARSER.parse(body).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(new Found(link.getDestination(), line(link)));
                visitChildren(link);
            }
        });
        return links;
    }

    private static int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 1
                : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
