package shop.platform.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Money;

/** A refusal as clients see it, for the document; the server writes it in {@code Problems}. */
@Schema(description = "A problem as in RFC 9457")
record Problem(
        @Schema(
                description = "Always about:blank: the code tells problems apart",
                example = "about:blank",
                maxLength = 100)
        String type,

        @Schema(description = "The status in words", example = "Not Found", maxLength = 100)
        String title,

        @Schema(description = "The status", example = "404", minimum = "400", maximum = "599", format = "int32")
        int status,

        @Schema(description = "What is wrong, for people", example = "there is no order ord_1", maxLength = 2000)
        String detail,

        @Schema(description = "What is wrong, for programs: stable", example = "order_not_found", maxLength = 100)
        String code,

        @Schema(
                description = "Names the request in our logs: ours, or the X-Request-Id that was sent",
                example = "req_01jd3v5kqkf4vbk9z8xw3n5r7t",
                pattern = "^[A-Za-z0-9._-]{1,64}$",
                maxLength = 64)
        String requestId,

        @Schema(description = "Each thing that is wrong with the body, the most important first")
        Optional<List<Detail>> errors,

        @Schema(description = "The query parameter that is meant", example = "limit", maxLength = 256)
        Optional<String> parameter,

        @Schema(description = "What is possible instead, with invalid_transition", example = "[\"publish\"]")
        Optional<List<String>> allowed,

        @Schema(
                description = "Why a card was declined, with payment_declined",
                example = "insufficient_funds",
                maxLength = 100)
        Optional<String> declineCode,

        @Schema(description = "The total that was sent, with price_changed")
        Optional<Money> expectedTotal,

        @Schema(description = "The total it would be, with price_changed")
        Optional<Money> total,

        @Schema(description = "What can still be refunded, with refund_exceeds_payment")
        Optional<Money> refundable) {

    @Schema(name = "ProblemDetail", description = "One thing that is wrong with the body")
    record Detail(
            @Schema(
                    description = "Where: a JSON pointer (RFC 6901)",
                    example = "/items/0/quantity",
                    pattern = "^(/[\\s\\S]*)?$",
                    maxLength = 1000)
            String pointer,

            @Schema(description = "What, for programs", example = "out_of_range", maxLength = 100)
            String code,

            @Schema(description = "What, for people", example = "must be at least 1", maxLength = 2000)
            String detail) {}

    static Map<String, Object> example(int status, String code) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "about:blank");
        example.put("title", Refusals.meaning(status));
        example.put("status", status);
        example.put("detail", Refusals.meaning(status));
        example.put("code", code);
        example.put("requestId", "req_01jd3v5kqkf4vbk9z8xw3n5r7t");
        if (status == 422) {
            example.put(
                    "errors", List.of(Map.of("pointer", "/name", "code", code, "detail", Refusals.meaning(status))));
        }
        return example;
    }
}
