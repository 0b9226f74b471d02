package shop.reviews;

import shop.platform.app.Env;

/**
 * What a deployment may decide about reviews.
 *
 * @param purchaseRequired only those who received a product may review it
 */
record ReviewsConfig(boolean purchaseRequired) {

    static ReviewsConfig from(Env env) {
        return new ReviewsConfig(env.flag("REVIEWS_REQUIRE_PURCHASE", false));
    }
}
