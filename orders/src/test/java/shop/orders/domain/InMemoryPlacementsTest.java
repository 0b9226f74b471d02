package shop.orders.domain;

class InMemoryPlacementsTest extends PlacementsContract {

    private final InMemoryPlacements placements = new InMemoryPlacements();

    @Override
    protected Placements placements() {
        return placements;
    }
}
