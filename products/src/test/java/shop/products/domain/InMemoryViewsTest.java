package shop.products.domain;

class InMemoryViewsTest extends ViewsContract {

    private final Views views = new InMemoryViews();

    @Override
    protected Views views() {
        return views;
    }
}
