package shop.products.domain;

class InMemoryCopiesTest extends CopiesContract {

    private final Copies copies = new InMemoryCopies();

    @Override
    protected Copies copies() {
        return copies;
    }

    @Override
    protected Copies others() {
        return copies;
    }
}
