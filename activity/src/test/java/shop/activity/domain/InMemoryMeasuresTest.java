package shop.activity.domain;

class InMemoryMeasuresTest extends MeasuresContract {

    private final InMemoryMeasures measures = new InMemoryMeasures();

    @Override
    protected Measures measures() {
        return measures;
    }
}
