package ma.mowakaba.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML mail, with its lines, for readers and for the search. */
final class HtmlText {

    private static final Set<String> LINES = Set.of(
            "p", "div", "br", "tr", "li", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr");

    private HtmlText() {}

    static String of(String html) {
        Element body = Jsoup.parse(html).body();
        body.select("style, script, title, head").remove();
        StringBuilder text = new StringBuilder();
        body.traverse(new Lines(text));
        return text.toString()
                .replaceAll("[ \\t\\u00A0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private record Lines(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' ').replace('\r', ' '));
            } else if (LINES.contains(node.nodeName())) {
                breakLine();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node.nodeName().equals("p")
                    || node.nodeName().equals("div")
                    || node.nodeName().equals("tr")) {
                breakLine();
            } else if (node.nodeName().equals("td")) {
                text.append(' ');
            }
        }

        private void breakLine() {
            if (!text.isEmpty()) {
                text.append('\n');
            }
        }
    }
}
