package ma.mowakaba.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML mail, with its lines, lists and quotations, for readers and for the search. */
final class HtmlText {

    private static final Set<String> LINES = Set.of(
            "p", "div", "br", "tr", "li", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr");
    private static final Set<String> ENDED = Set.of("p", "div", "tr", "blockquote", "ul", "ol", "table");

    private HtmlText() {}

    static String of(String html) {
        Element body = Jsoup.parse(html).body();
        body.select("style, script, title, head").remove();
        Lines lines = new Lines();
        body.traverse(lines);
        return lines.text
                .toString()
                .replaceAll("[ \\t\\u00A0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .strip();
    }

    /** Breaks are written when words follow, so that several in a row are one empty line. */
    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        /** How far each open list is; below zero for those without numbers. */
        private final Deque<Integer> lists = new ArrayDeque<>();

        private int breaks;
        private int quotes;
        private String item = "";

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                write(words.getWholeText().replace('\n', ' ').replace('\r', ' '));
                return;
            }
            if (LINES.contains(node.nodeName())) {
                end();
            }
            switch (node.nodeName()) {
                case "ul" -> lists.push(-1);
                case "ol" -> lists.push(0);
                case "li" -> item();
                case "blockquote" -> quotes += quotes(node);
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (ENDED.contains(node.nodeName())) {
                end();
            }
            switch (node.nodeName()) {
                case "ul", "ol" -> lists.poll();
                case "blockquote" -> quotes -= quotes(node);
                case "td", "th" -> write(" ");
                default -> {}
            }
        }

        private void item() {
            int before = lists.isEmpty() ? -1 : lists.pop();
            lists.push(before < 0 ? before : before + 1);
            item = before < 0 ? "• " : before + 1 + ". ";
        }

        /** Mail programs mark what they quote; others indent with it. */
        private static int quotes(Node node) {
            return node.attr("type").equalsIgnoreCase("cite")
                            || node.attr("class").contains("quote")
                    ? 1
                    : 0;
        }

        private void end() {
            if (!text.isEmpty()) {
                breaks = Math.min(2, breaks + 1);
            }
        }

        private void write(String words) {
            if (words.isBlank()) {
                if (breaks == 0 && !text.isEmpty()) {
                    text.append(' ');
                }
                return;
            }
            String mark = quotes == 0 ? "" : ">".repeat(Math.min(quotes, 9)) + " ";
            if (text.isEmpty()) {
                text.append(mark);
            }
            for (; breaks > 0; breaks--) {
                text.append('\n').append(mark);
            }
            text.append(item).append(item.isEmpty() ? words : words.stripLeading());
            item = "";
        }
    }
}
