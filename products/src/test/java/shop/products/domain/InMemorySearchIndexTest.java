package shop.products.domain;

class InMemorySearchIndexTest extends SearchIndexContract {

    private final InMemorySearchIndex index = new InMemorySearchIndex();

    @Override
    protected SearchIndex index() {
        return index;
    }

    @Override
    protected SearchIndex.Rebuild rebuild() {
        return index.rebuild();
    }

    @Override
    protected void lose() {
        index.lose();
    }
}
