package shop.notifications.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import shop.notifications.api.Views.DeviceView;
import shop.notifications.api.Views.NewDevice;
import shop.notifications.domain.Device;
import shop.notifications.domain.Devices;
import shop.notifications.domain.Forgetting;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** The routes below /notifications/devices. */
public final class DeviceRoutes implements Routes {

    private final Devices devices;
    private final Forgetting forgetting;
    private final Clock clock;

    public DeviceRoutes(Devices devices, Forgetting forgetting, Clock clock) {
        this.devices = devices;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/notifications/devices", this::add)
                        .by(CUSTOMER)
                        .says("Let a device be pushed to")
                        .details("A token that somebody else registered before is mine from now on.")
                        .takes(NewDevice.class)
                        .answers(201, DeviceView.class),
                delete("/notifications/devices/{id}", this::remove)
                        .by(CUSTOMER)
                        .says("Push to a device no longer")
                        .answers(204)
                        .refuses(404, "device_not_found"));
    }

    private void add(Context ctx) {
        var wanted = Http.body(ctx, NewDevice.class);
        var now = clock.instant();
        var me = Principal.of(ctx).userId();
        var kept = devices.add(new Device(Id.next("dev", now), me, wanted.token(), wanted.platform(), now));
        forgetting.forgetAgain(me);
        ctx.status(HttpStatus.CREATED)
                .header("Location", "/notifications/devices/" + kept.id())
                .json(DeviceView.of(kept));
    }

    private void remove(Context ctx) {
        var id = ctx.pathParam("id");
        if (!devices.remove(Principal.of(ctx).userId(), id)) throw Failure.notFound("device", id);
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
