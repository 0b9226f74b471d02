package shop.email.domain;

class InMemorySuppressionsTest extends SuppressionsContract {

    private final InMemorySuppressions suppressions = new InMemorySuppressions();

    @Override
    protected Suppressions suppressions() {
        return suppressions;
    }
}
