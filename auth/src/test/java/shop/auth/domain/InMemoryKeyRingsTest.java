package shop.auth.domain;

class InMemoryKeyRingsTest extends KeyRingsContract {

    private final KeyRings rings = new InMemoryKeyRings();

    @Override
    protected KeyRings rings() {
        return rings;
    }
}
