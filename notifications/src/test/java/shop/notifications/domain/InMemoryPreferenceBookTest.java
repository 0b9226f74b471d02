package shop.notifications.domain;

class InMemoryPreferenceBookTest extends PreferenceBookContract {

    private final PreferenceBook book = new InMemoryPreferenceBook();

    @Override
    protected PreferenceBook book() {
        return book;
    }
}
