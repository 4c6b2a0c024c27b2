package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.web.util.HtmlUtils;

/** The parts of an article: level-2 headings with an anchor, in a fixed order. HTML in the file is shown, not obeyed. */
final class ArticleParts {

    /** All parts that exist, in the order in which an article has them. */
    static final List<String> ANCHORS =
            List.of("overview", "steps", "documents", "deadlines", "fees", "where", "refusal", "changed", "mistakes");

    private static final Set<String> LISTED = Set.of("steps", "documents", "deadlines", "fees", "where", "mistakes");
    private static final Pattern TITLE = Pattern.compile("(.+?)\\s*\\{#([a-z]+)}");
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private final String file;
    private final int offset;

    private ArticleParts(String file, int offset) {
        this.file = file;
        this.offset = offset;
    }

    /** @param offset lines of the file before the body */
    static List<ArticleText.Section> read(String file, int offset, String body) {
        return new ArticleParts(file, offset).sections(PARSER.parse(body));
    }

    private List<ArticleText.Section> sections(Node document) {
        List<ArticleText.Section> sections = new ArrayList<>();
        int last = -1;
        Node node = document.getFirstChild();
        while (node != null) {
            Heading heading = heading(node);
            Matcher title = title(heading);
            int place = place(heading, title.group(2), last);
            last = place;
            Document content = new Document();
            Node next = heading.getNext();
            while (next != null && !(next instanceof Heading)) {
                Node following = next.getNext();
                content.appendChild(next);
                next = following;
            }
            sections.add(section(heading, title, content));
            node = next;
        }
        if (sections.isEmpty()) {
            throw new MalformedArticle(file, offset + 1, Fault.NO_PARTS);
        }
        return sections;
    }

    private Heading heading(Node node) {
        if (node instanceof Heading heading && heading.getLevel() == 2) {
            return heading;
        }
        throw wrong(node, Fault.HEADING);
    }

    private Matcher title(Heading heading) {
        Matcher title = TITLE.matcher(plain(heading));
        if (!title.matches()) {
            throw wrong(heading, Fault.ANCHOR);
        }
        return title;
    }

    private int place(Heading heading, String anchor, int last) {
        int place = ANCHORS.indexOf(anchor);
        if (place < 0) {
            throw wrong(heading, Fault.PART, anchor, String.join(", ", ANCHORS));
        }
        if (place <= last) {
            throw wrong(heading, Fault.ORDER, anchor, String.join(", ", ANCHORS));
        }
        return place;
    }

    private ArticleText.Section section(Heading heading, Matcher title, Document content) {
        String anchor = title.group(2);
        List<String> items = items(content);
        if (LISTED.contains(anchor) && items.isEmpty()) {
            throw wrong(heading, Fault.ITEMS, anchor);
        }
        if (anchor.equals("steps") && !hasOrderedList(content)) {
            throw wrong(heading, Fault.NUMBERS);
        }
        String html = "<section id=\"" + anchor + "\">\n<h2>" + HtmlUtils.htmlEscape(title.group(1), "UTF-8")
                + "</h2>\n" + HTML.render(content) + "</section>\n";
        return new ArticleText.Section(anchor, title.group(1), html, plain(content), items);
    }

    private static boolean hasOrderedList(Document content) {
        for (Node node = content.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof OrderedList) {
                return true;
            }
        }
        return false;
    }

    private static List<String> items(Document content) {
        List<String> items = new ArrayList<>();
        content.accept(new AbstractVisitor() {
            @Override
            public void visit(ListItem item) {
                items.add(content(item));
            }
        });
        return items;
    }

    /** A list item alone, without its number or its bullet. */
    private static String content(ListItem item) {
        StringJoiner lines = new StringJoiner("\n");
        for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
            lines.add(plain(node));
        }
        return lines.toString();
    }

    private static String plain(Node node) {
        return PLAIN.render(node).strip();
    }

    private MalformedArticle wrong(Node node, Fault fault, String... arguments) {
        return new MalformedArticle(
                file, offset + node.getSourceSpans().getFirst().getLineIndex() + 1, fault, arguments);
    }
}
