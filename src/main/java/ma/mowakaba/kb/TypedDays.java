package ma.mowakaba.kb;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Leaves days as they were typed: YAML would make 3 March of 31 February. */
final class TypedDays extends Resolver {

    @Override
    public void addImplicitResolver(Tag tag, Pattern form, @Nullable String first, int limit) {
        if (!tag.equals(Tag.TIMESTAMP)) {
            super.addImplicitResolver(tag, form, first, limit);
        }
    }
}
