package shop.products.mongo;

import java.util.Map;
import shop.products.domain.Details;
import shop.products.domain.Line;
import shop.products.domain.Variant;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** What the domain does not know: how its maps are kept. */
final class Names {

    static final Map<Class<?>, Class<?>> MIX_INS =
            Map.of(Details.class, Attributes.class, Variant.class, Options.class, Line.class, Options.class);

    private Names() {}

    interface Attributes {

        @JsonSerialize(using = Pairs.Writer.class)
        @JsonDeserialize(using = Pairs.Reader.class)
        Map<String, String> attributes();
    }

    interface Options {

        @JsonSerialize(using = Pairs.Writer.class)
        @JsonDeserialize(using = Pairs.Reader.class)
        Map<String, String> options();
    }
}
