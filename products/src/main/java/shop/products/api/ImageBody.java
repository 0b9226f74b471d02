package shop.products.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import shop.products.domain.Image;

@Schema(description = "A picture of a product")
record ImageBody(
        @Schema(description = "Where it is", example = "https://images.example/tea.jpg", maxLength = 2000)
        String url,

        @Schema(description = "What it shows, for those who can't see it", example = "A tin of tea", maxLength = 300)
        Optional<String> alt) {

    ImageBody {
        new Image(url, alt); // says where the fault is while the path to it is known
    }

    static ImageBody of(Image image) {
        return new ImageBody(image.url(), image.alt());
    }

    Image image() {
        return new Image(url, alt);
    }
}
