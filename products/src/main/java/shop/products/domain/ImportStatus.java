package shop.products.domain;

/** How far an import has come. */
public enum ImportStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED
}
