package shop.platform.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import shop.platform.Id;
import shop.platform.json.Json;
import shop.platform.telemetry.Trace;
import tools.jackson.databind.JsonNode;

/**
 * A fact on its way: the CloudEvents 1.0 envelope in structured JSON.
 *
 * @param digits the version of the subject; ten digits on the wire, as the CloudEvents extension "sequence" wants
 * @param traceparent W3C trace context of the request that caused it, where there was one
 */
public record Event(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        @JsonProperty("sequence") String digits,
        Optional<String> traceparent,
        JsonNode data) {

    public static Event about(String subject, int sequence, Fact fact, Instant now) {
        JsonNode data = Json.TOLERANT.valueToTree(fact.data());
        var digits = "%010d".formatted(sequence);
        return new Event(Id.next("evt", now), fact.source(), fact.type(), subject, now, digits, Trace.current(), data);
    }

    public static Event parse(byte[] json) {
        return Json.TOLERANT.readValue(json, Event.class);
    }

    public byte[] json() {
        return Json.TOLERANT.writeValueAsBytes(this);
    }

    /** The version of the subject: an older one than known is old news. */
    public int sequence() {
        return Integer.parseInt(digits);
    }

    /** The data as its reader understands it; fields the reader does not name are ignored. */
    public <T> T data(Class<T> payload) {
        return Json.TOLERANT.treeToValue(data, payload);
    }

    @JsonProperty("specversion")
    String specversion() {
        return "1.0";
    }

    @JsonProperty("datacontenttype")
    String datacontenttype() {
        return "application/json";
    }
}
