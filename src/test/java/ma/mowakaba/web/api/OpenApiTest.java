package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A change of the interface is seen: {@code -Dopenapi=apply} writes the checked-in copy anew. */
@CenterTest
class OpenApiTest {

    private static final Path COPY = Path.of("docs/openapi.json");
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    @LocalServerPort
    int port;

    @Test
    void theInterfaceIsTheOneThatIsCheckedIn() throws IOException, JacksonException {
        ObjectNode served = (ObjectNode) Center.at(port).get("/v3/api-docs").body();
        served.remove("servers");
        String now = SORTED.writeValueAsString(SORTED.convertValue(served, java.util.TreeMap.class)) + "\n";
        if ("apply".equals(System.getProperty("openapi"))) {
            Files.writeString(COPY, now);
        }

        assertThat(now).isEqualTo(Files.readString(COPY));
    }
}
