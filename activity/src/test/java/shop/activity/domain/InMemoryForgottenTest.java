package shop.activity.domain;

class InMemoryForgottenTest extends ForgottenContract {

    private final InMemoryForgotten forgotten = new InMemoryForgotten();

    @Override
    protected Forgotten forgotten() {
        return forgotten;
    }
}
