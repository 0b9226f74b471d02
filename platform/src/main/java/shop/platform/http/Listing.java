package shop.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page as clients see it; {@code next} is null, not absent, at the end. */
record Listing(
        List<?> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}
