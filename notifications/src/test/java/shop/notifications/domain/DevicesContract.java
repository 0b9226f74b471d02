package shop.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.notifications.domain.Device.Platform;

/** What any Devices must do. */
public abstract class DevicesContract {

    /** The same empty Devices for the whole of one test. */
    protected abstract Devices devices();

    private static Device device(int number, String user, String token) {
        return new Device("dev_" + number, user, token, Platform.WEB, NOON.plusSeconds(number));
    }

    @Test
    void theNewestComeFirstAndNotTooMany() {
        for (int i = 1; i <= 25; i++) devices().add(device(i, "ann", "t" + i));
        devices().add(device(30, "bob", "other"));

        assertThat(devices().of("ann")).hasSize(20).first().isEqualTo(device(25, "ann", "t25"));
        assertThat(devices().of("bob")).containsExactly(device(30, "bob", "other"));
    }

    @Test
    void theSameTokenAgainIsTheSameDevice() {
        devices().add(device(1, "ann", "t"));
        var again = devices().add(new Device("dev_2", "ann", "t", Platform.IOS, NOON.plusSeconds(2)));

        assertThat(again).isEqualTo(new Device("dev_1", "ann", "t", Platform.IOS, NOON.plusSeconds(1)));
        assertThat(devices().of("ann")).containsExactly(again);
    }

    @Test
    void aTokenIsOnePersonsOnly() {
        devices().add(device(1, "ann", "t"));
        devices().add(device(2, "bob", "t"));

        assertThat(devices().of("ann")).isEmpty();
        assertThat(devices().of("bob")).containsExactly(device(2, "bob", "t"));
    }

    @Test
    void theSameTokenManyTimesAtOnceIsOneDevice() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var added = threads.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Device>) () -> devices().add(device(i, "ann", "t")))
                    .toList());
            for (var each : added) assertThat(each.get().token()).isEqualTo("t");
        }
        assertThat(devices().of("ann")).hasSize(1);
    }

    @Test
    void aDeviceIsRemovedByItsOwnerOnly() {
        devices().add(device(1, "ann", "t"));

        assertThat(devices().remove("bob", "dev_1")).isFalse();
        assertThat(devices().remove("ann", "dev_1")).isTrue();
        assertThat(devices().remove("ann", "dev_1")).isFalse();
    }

    @Test
    void whatIsDeadIsDroppedAndWhoIsForgottenHasNone() {
        devices().add(device(1, "ann", "t1"));
        devices().add(device(2, "ann", "t2"));
        devices().drop(List.of("t1", "unknown"));
        assertThat(devices().of("ann")).extracting(Device::token).containsExactly("t2");

        devices().forget("ann");
        assertThat(devices().of("ann")).isEmpty();
    }
}
