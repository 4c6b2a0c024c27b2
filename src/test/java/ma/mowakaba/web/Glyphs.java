package ma.mowakaba.web;

import com.microsoft.playwright.Locator;

/** Where the characters of a text stand on a page. */
public final class Glyphs {

    /** The x of a character of the first place within an element where the text stands, in one piece. */
    private static final String PLACES = """
        (root, text) => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          let node = walker.nextNode();
          while (node && !node.data.includes(text)) node = walker.nextNode();
          const start = node.data.indexOf(text);
          const x = i => {
            const range = document.createRange();
            range.setStart(node, start + i);
            range.setEnd(node, start + i + 1);
            return range.getBoundingClientRect().left;
          };
        """;

    private Glyphs() {}

    /** @return whether each character of it stands right of the one before */
    public static boolean inOrder(Locator within, String text) {
        return (boolean)
                within.evaluate(PLACES + "return [...text].every((c, i) => i === 0 || x(i) > x(i - 1)); }", text);
    }

    public static boolean leftOf(Locator within, String one, String other) {
        return left(within, one, one.length() - 1) < left(within, other, 0);
    }

    private static double left(Locator within, String text, int at) {
        return ((Number) within.evaluate(PLACES + "return x(" + at + "); }", text)).doubleValue();
    }

    /** @return what a reader gets who copies it */
    public static String copied(Locator element) {
        return (String) element.evaluate("""
            one => { getSelection().selectAllChildren(one); return getSelection().toString(); }\
            """);
    }
}
