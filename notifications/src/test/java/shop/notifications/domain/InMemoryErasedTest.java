package shop.notifications.domain;

class InMemoryErasedTest extends ErasedContract {

    private final InMemoryErased erased = new InMemoryErased();

    @Override
    protected Erased erased() {
        return erased;
    }
}
