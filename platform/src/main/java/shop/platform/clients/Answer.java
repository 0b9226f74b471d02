package shop.platform.clients;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.Failure;
import shop.platform.Failure.Kind;
import shop.platform.Failure.Problem;
import shop.platform.json.Json;

/** What a sibling said. */
public record Answer(String service, int status, byte[] body) {

    private record Wrong(Optional<String> pointer, Optional<String> code, Optional<String> detail) {

        Problem problem() {
            return new Problem(pointer.orElse(""), code.orElse("refused"), detail.orElse("was refused"));
        }
    }

    private record Refusal(Optional<String> code, Optional<String> detail, Optional<List<Wrong>> errors) {}

    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body as its reader understands it; a refusal becomes the same failure here as there. */
    public <T> T as(Class<T> type) {
        return Json.TOLERANT.readValue(orThrow().body, type);
    }

    /** The body, or nothing when the sibling knows no such thing. */
    public <T> Optional<T> find(Class<T> type) {
        return status == 404 ? Optional.empty() : Optional.of(as(type));
    }

    /** Itself, when it is no refusal. What is wrong between services, not with the request, is unavailability. */
    public Answer orThrow() {
        if (ok()) return this;
        var kind = switch (status) {
            case 402 -> Kind.PAYMENT_REQUIRED;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 412 -> Kind.STALE;
            case 422 -> Kind.INVALID;
            default -> throw unavailable();
        };
        var refusal = Json.TOLERANT.readValue(body, Refusal.class);
        var problems =
                refusal.errors().orElse(List.of()).stream().map(Wrong::problem).toList();
        var whole = new Problem(
                "", refusal.code().orElse("refused"), refusal.detail().orElse("was refused"));
        throw Failure.of(kind, problems.isEmpty() ? List.of(whole) : problems);
    }

    private Failure unavailable() {
        LOG.warn("{} answered {}", service, status);
        return Failure.unavailable(service);
    }
}
