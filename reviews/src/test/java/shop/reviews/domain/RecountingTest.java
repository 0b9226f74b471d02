package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecountingTest {

    private final TreeSet<String> due = new TreeSet<>();
    private final List<String> done = new ArrayList<>();

    private final Counted counted = new Counted() {
        @Override
        public List<String> due(String after, int limit) {
            return due.tailSet(after, false).stream().limit(limit).toList();
        }

        @Override
        public void recount(String id) {
            if (id.startsWith("bad")) throw new IllegalStateException(id);
            due.remove(id);
            done.add(id);
        }
    };

    @Test
    void whatCannotBeCountedHoldsUpNobody() {
        IntStream.range(0, 500).forEach(i -> due.add("bad" + i)); // more than are taken at once
        due.add("good");

        assertThatThrownBy(() -> new Recounting(counted).run()).hasMessage("bad0");

        assertThat(done).containsExactly("good");
        assertThat(due).hasSize(500);
    }

    @Test
    void everythingDueIsCountedOnce() {
        IntStream.range(0, 500).forEach(i -> due.add("good" + i));
        new Recounting(counted).run();
        assertThat(done).hasSize(500).doesNotHaveDuplicates();
    }
}
