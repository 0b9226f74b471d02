package shop.platform.embedded;

import java.util.function.Supplier;

/** What a database does so that its data outlives it. */
interface Savings {

    /** For one that forgets everything at its end. */
    Savings NONE = new Savings() {

        @Override
        public void save() {}

        @Override
        public <T> T reading(Supplier<T> work) {
            return work.get();
        }
    };

    /** Is never called while somebody writes. */
    void save();

    /** Reads something, which stays where it is until that is done. */
    <T> T reading(Supplier<T> work);
}
