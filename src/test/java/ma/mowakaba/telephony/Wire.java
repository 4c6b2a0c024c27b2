package ma.mowakaba.telephony;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The wire from an exchange to the center: it may be cut, and it may lose answers after the center has heard the question. */
final class Wire implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final int center;
    private final AtomicInteger losses = new AtomicInteger();
    private volatile boolean cut;

    Wire(int center) {
        this.center = center;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::carry);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    void loseAnswers(int many) {
        losses.set(many);
    }

    int answersToLose() {
        return losses.get();
    }

    private void carry(HttpExchange question) throws IOException {
        if (cut) {
            question.close();
            return;
        }
        HttpResponse<byte[]> answer = ask(question);
        boolean piece = question.getRequestMethod().equals("POST");
        if (piece && losses.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            question.close();
            return;
        }
        question.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        question.getResponseBody().write(answer.body());
        question.close();
    }

    private HttpResponse<byte[]> ask(HttpExchange question) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + center).resolve(question.getRequestURI()))
                .method(
                        question.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                question.getRequestBody().readAllBytes()))
                .header("Content-Type", "application/octet-stream")
                .header("X-Telephony-Secret", question.getRequestHeaders().getFirst("X-Telephony-Secret"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
