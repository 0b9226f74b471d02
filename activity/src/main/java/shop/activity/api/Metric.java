package shop.activity.api;

/** What can be asked of the statistics. */
enum Metric {
    SIGNUPS,
    LOGINS,
    ACTIVE_USERS,
    ORDERS,
    REVENUE,
    REVIEWS,
    TOP_PRODUCTS,
    FUNNEL
}
