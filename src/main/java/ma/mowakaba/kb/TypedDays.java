package ma.mowakaba.kb;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Leaves days as they were typed: YAML would make 3 March of 31 February. */
final class TypedDays extends Resolver {

    /** @param days how they are told from text @return reads heads of articles: plain values, lists and maps */
    static Yaml yaml(LoaderOptions options, Resolver days) {
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, days);
    }

    @Override
    public void addImplicitResolver(Tag tag, Pattern form, @Nullable String first, int limit) {
        if (!tag.equals(Tag.TIMESTAMP)) {
            super.addImplicitResolver(tag, form, first, limit);
        }
    }
}
