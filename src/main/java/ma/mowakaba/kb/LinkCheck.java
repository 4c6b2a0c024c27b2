package ma.mowakaba.kb;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks one address, and where it sends us, at allowed hosts only; nothing of an answer is read but its head. */
@Component
class LinkCheck {

    private static final int HOPS = 5;
    private static final Set<Integer> FOR_EVER = Set.of(301, 308);
    private static final Set<Integer> FOR_NOW = Set.of(302, 303, 307);
    private static final Set<Integer> NO_HEAD = Set.of(400, 403, 405, 501);

    private final LinkSettings settings;
    private final HttpClient http;

    LinkCheck(LinkSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @param movedTo empty unless moved */
    record Answer(LinkWatch.Result result, String movedTo) {}

    Answer ask(URI address) {
        URI at = address;
        boolean moved = false;
        try {
            for (int hop = 0; hop < HOPS; hop++) {
                if (!settings.allows(at)) {
                    return hop == 0 ? answer(LinkWatch.Result.UNCHECKED) : moved(at);
                }
                HttpResponse<?> response = response(at);
                int status = response.statusCode();
                Optional<String> location = response.headers().firstValue("Location");
                if (location.isEmpty() || !FOR_EVER.contains(status) && !FOR_NOW.contains(status)) {
                    return moved && status < 300 ? moved(at) : answer(result(status));
                }
                moved |= FOR_EVER.contains(status);
                at = at.resolve(location.get());
            }
            return answer(LinkWatch.Result.SILENT);
        } catch (IOException | IllegalArgumentException e) {
            return answer(LinkWatch.Result.SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer(LinkWatch.Result.SILENT);
        }
    }

    /** Servers that do not answer to HEAD are asked for the page, which is not read. */
    private HttpResponse<?> response(URI at) throws IOException, InterruptedException {
        HttpResponse<?> head = http.send(request(at, "HEAD"), HttpResponse.BodyHandlers.discarding());
        if (!NO_HEAD.contains(head.statusCode())) {
            return head;
        }
        HttpResponse<InputStream> page = http.send(request(at, "GET"), HttpResponse.BodyHandlers.ofInputStream());
        page.body().close();
        return page;
    }

    private HttpRequest request(URI at, String method) {
        return HttpRequest.newBuilder(URI.create(at.toASCIIString()))
                .timeout(settings.timeout())
                .header("User-Agent", "Mowakaba link check")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static LinkWatch.Result result(int status) {
        if (status < 300) {
            return LinkWatch.Result.OK;
        }
        return status == 404 || status == 410 ? LinkWatch.Result.GONE : LinkWatch.Result.SILENT;
    }

    private static Answer answer(LinkWatch.Result result) {
        return new Answer(result, "");
    }

    private static Answer moved(URI at) {
        return new Answer(LinkWatch.Result.MOVED, at.toString());
    }
}
