package shop.reviews.domain;

class InMemoryErasedTest extends ErasedContract {

    private final Erased erased = new InMemoryErased();

    @Override
    protected Erased erased() {
        return erased;
    }
}
