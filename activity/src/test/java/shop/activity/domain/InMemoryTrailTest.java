package shop.activity.domain;

class InMemoryTrailTest extends TrailContract {

    private final InMemoryTrail trail = new InMemoryTrail();

    @Override
    protected Trail trail() {
        return trail;
    }

    @Override
    protected Trail another() {
        return trail;
    }
}
