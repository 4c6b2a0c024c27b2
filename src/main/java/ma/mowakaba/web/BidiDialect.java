package ma.mowakaba.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.web.BidiText.Line;
import ma.mowakaba.web.BidiText.Piece;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code bidi:text} in place of {@code th:text} for what people wrote: names, subjects, messages. The element gets the text's own direction,
 * each line its own where there are several. {@code bidi:within} for a sentence of the center, which runs as the page does whatever it
 * quotes, and for a part of a line, {@link Words#part}, which runs as the line does.
 */
@Component
class BidiDialect extends AbstractProcessorDialect {

    BidiDialect() {
        super("Text of both directions", "bidi", StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new OwnDirection(prefix), new Within(prefix));
    }

    private abstract static class Shown extends AbstractStandardExpressionAttributeTagProcessor {

        Shown(String prefix, String name) {
            super(TemplateMode.HTML, prefix, name, StandardTextTagProcessor.PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String expression,
                @Nullable Object value,
                IElementTagStructureHandler element) {
            show(value == null ? "" : value, context, tag, element);
        }

        abstract void show(
                Object value,
                ITemplateContext context,
                IProcessableElementTag tag,
                IElementTagStructureHandler element);

        static String html(List<Piece> pieces) {
            return pieces.stream()
                    .map(piece -> piece.dir().isEmpty() ? safe(piece) : element("bdi", attributes(piece), safe(piece)))
                    .collect(Collectors.joining());
        }

        private static String attributes(Piece piece) {
            return (piece.whole() ? " class=\"number\"" : "") + dir(piece.dir());
        }

        static String dir(String dir) {
            return dir.isEmpty() ? "" : " dir=\"" + dir + "\"";
        }

        static String element(String name, String attributes, String html) {
            return "<" + name + attributes + ">" + html + "</" + name + ">";
        }

        static String safe(Piece piece) {
            return piece.within().isEmpty() ? HtmlUtils.htmlEscape(piece.text(), "UTF-8") : html(piece.within());
        }
    }

    private static final class OwnDirection extends Shown {

        OwnDirection(String prefix) {
            super(prefix, "text");
        }

        @Override
        void show(
                Object value,
                ITemplateContext context,
                IProcessableElementTag tag,
                IElementTagStructureHandler element) {
            List<Line> lines = BidiText.lines(value.toString());
            if (lines.size() > 1) {
                element.setBody(
                        lines.stream()
                                .map(line -> element("span", dir(line.dir()), html(line.pieces())))
                                .collect(Collectors.joining()),
                        false);
            } else {
                lines.forEach(line -> one(line, tag, element));
            }
        }

        /** What is isolated as a whole needs no element within one that isolates. */
        private static void one(Line line, IProcessableElementTag tag, IElementTagStructureHandler element) {
            List<Piece> pieces = line.pieces();
            Piece first = pieces.getFirst();
            boolean whole = pieces.size() == 1
                    && !first.dir().isEmpty()
                    && tag.getElementCompleteName().equals("bdi");
            String dir = whole ? first.dir() : line.dir();
            if (!dir.isEmpty()) {
                element.setAttribute("dir", dir);
            }
            element.setBody(whole ? safe(first) : html(pieces), false);
        }
    }

    private static final class Within extends Shown {

        Within(String prefix) {
            super(prefix, "within");
        }

        @Override
        void show(
                Object value,
                ITemplateContext context,
                IProcessableElementTag tag,
                IElementTagStructureHandler element) {
            Line line = value instanceof Line part
                    ? part
                    : new Line(Language.of(context.getLocale()).dir(), value.toString());
            element.setBody(html(line.pieces()), false);
        }
    }
}
