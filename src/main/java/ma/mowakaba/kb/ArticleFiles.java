package ma.mowakaba.kb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import ma.mowakaba.kernel.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The article files that come with the program or lie in a folder of the operator. */
final class ArticleFiles {

    private final String place;

    /** @param place such as {@code classpath:kb/articles/} or {@code file:/srv/articles/} */
    ArticleFiles(String place) {
        this.place = place.endsWith("/") ? place : place + "/";
    }

    /**
     * @return per slug and language the text of the file
     * @throws MalformedArticle when a file cannot be read as an article
     */
    Map<String, Map<Language, String>> read() throws IOException {
        Map<String, Map<Language, String>> files = new TreeMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(place + "*/*.md")) {
            String[] path = resource.getURL().getPath().split("/");
            String markdown = resource.getContentAsString(StandardCharsets.UTF_8);
            ArticleText text = ArticleReader.read(path[path.length - 2] + "/" + path[path.length - 1], markdown);
            files.computeIfAbsent(text.slug(), _ -> new EnumMap<>(Language.class))
                    .put(text.language(), markdown);
        }
        return files;
    }
}
