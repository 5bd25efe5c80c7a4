package dev.candor.artifact;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** GET over HTTP with the user's proxy, authorities and logins. */
final class Transport implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 5;

  static {
    // Java refuses to send a proxy's password before TLS begins, unless told: the user's npm
    // configuration holds it for exactly that.
    if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
      System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }
  }

  private final NpmConfig config;
  private final Patience patience;
  private final HttpClient client;

  Transport(NpmConfig config, Patience patience) {
    this.config = config;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(config.tls())
            .proxy(new Selector(config.proxies()))
            .build();
  }

  /**
   * @throws IOException if no answer came
   */
  Answer get(URI uri, Map<String, String> headers) throws IOException {
    URI place = uri;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Answer answer = once(place, headers);
      Optional<String> location = answer.header("Location");
      if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
        return answer;
      }
      answer.close();
      place = follow(place, location.get());
    }
    throw new ProtocolException("more than " + MOST_REDIRECTS + " redirects");
  }

  private static URI follow(URI from, String location) throws IOException {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("a redirect to something that is no address");
    }
    boolean secure = "https".equals(to.getScheme());
    if (to.getHost() == null || !(secure || "http".equals(to.getScheme()))) {
      throw new ProtocolException("a redirect to something that is no address");
    }
    if (!secure && "https".equals(from.getScheme())) {
      throw new ProtocolException("a redirect from https to http was not followed");
    }
    return to;
  }

  private Answer once(URI uri, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
    headers.forEach(request::setHeader);
    request.setHeader("User-Agent", "candor");
    // Asked anew for each address, so that no login follows a redirect to where it does not belong.
    config.credentials().authorization(uri).ifPresent(h -> request.setHeader("Authorization", h));
    config
        .proxies()
        .forAddress(uri)
        .flatMap(ProxyRules.ProxyServer::authorization)
        .ifPresent(h -> request.setHeader("Proxy-Authorization", h));
    HttpResponse<ResponseBody> response =
        await(client.sendAsync(request.build(), info -> new ResponseBody(patience.stall())));
    return new Answer(uri, response.statusCode(), response.headers(), response.body());
  }

  private HttpResponse<ResponseBody> await(CompletableFuture<HttpResponse<ResponseBody>> future)
      throws IOException {
    try {
      return future.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new HttpTimeoutException("no answer in " + patience.answer().toSeconds() + " s");
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static final class Selector extends ProxySelector {
    private final ProxyRules rules;

    Selector(ProxyRules rules) {
      this.rules = rules;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(
          rules
              .forAddress(uri)
              .map(server ->
                  new Proxy(
                      Proxy.Type.HTTP,
                      InetSocketAddress.createUnresolved(
                          server.host().replaceAll("[\\[\\]]", ""), server.port())))
              .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
  }
}
