package shop.products.domain;

class InMemoryCategoriesTest extends CategoriesContract {

    private final Categories categories = new InMemoryCategories();

    @Override
    protected Categories categories() {
        return categories;
    }
}
