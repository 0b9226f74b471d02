package shop.notifications.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.notifications.domain.Device;
import shop.notifications.domain.Notification;
import shop.notifications.domain.Preferences;
import shop.notifications.domain.Preferences.Channels;
import shop.notifications.domain.Type;
import shop.platform.Failure;
import shop.platform.json.Json;

/** Notifications as clients see them. */
final class Views {

    private Views() {}

    @Schema(description = "Something a person is told")
    record NotificationView(
            @Schema(description = "Its id", example = "ntf_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String id,

            @Schema(description = "Its number among mine", example = "7", minimum = "1", format = "int64")
            long seq,

            @Schema(description = "What it is about", example = "order_shipped")
            Type type,

            @Schema(description = "In a few words", example = "Order 2030-000001 is on its way", maxLength = 500)
            String title,

            @Schema(
                    description = "In a sentence",
                    example = "A parcel of order 2030-000001 has been sent.",
                    maxLength = 2000)
            String body,

            @Schema(
                    description = "Ids of what it is about",
                    example = "{\"orderId\": \"ord_01jd3v5kqkf4vbk9z8xw3n5r7t\"}")
            Map<String, String> data,

            @Schema(description = "When it was read", example = "2030-01-02T12:00:00.000Z")
            Optional<Instant> readAt,

            @Schema(description = "When it happened", example = "2030-01-02T12:00:00.000Z")
            Instant createdAt) {

        static NotificationView of(Notification kept) {
            return new NotificationView(
                    kept.id(),
                    kept.seq(),
                    kept.type(),
                    kept.title(),
                    kept.body(),
                    kept.data(),
                    kept.readAt(),
                    kept.createdAt());
        }
    }

    @Schema(description = "How many are unread")
    record UnreadCount(
            @Schema(description = "So many", example = "3", minimum = "0", format = "int64")
            long count) {}

    @Schema(description = "The ways to reach somebody about something")
    record ChannelsView(
            @Schema(description = "In the list and the streams", example = "true")
            boolean inApp,

            @Schema(description = "On devices", example = "true")
            boolean push,

            @Schema(description = "By e-mail", example = "false")
            boolean email) {}

    @Schema(description = "By which channels somebody hears what")
    record PreferencesView(
            @Schema(
                    description = "The channels of each type",
                    example = "{\"review_received\": {\"inApp\": true, \"push\": false, \"email\": false}}")
            Map<Type, ChannelsView> types) {

        PreferencesView {
            // JSON lets null into maps, whatever their type says
            types.forEach((type, shown) -> {
                if (shown == null) throw Failure.invalid("/types/" + Json.name(type), "required", "must not be null");
            });
        }

        static PreferencesView of(Preferences preferences) {
            var shown = new EnumMap<Type, ChannelsView>(Type.class);
            preferences
                    .types()
                    .forEach((type, wanted) ->
                            shown.put(type, new ChannelsView(wanted.inApp(), wanted.push(), wanted.email())));
            return new PreferencesView(shown);
        }

        Map<Type, Channels> channels() {
            var wanted = new EnumMap<Type, Channels>(Type.class);
            types.forEach((type, shown) -> wanted.put(type, new Channels(shown.inApp(), shown.push(), shown.email())));
            return wanted;
        }
    }

    @Schema(description = "A device to push to")
    record NewDevice(
            @Schema(description = "Its FCM registration token", example = "fcm-token", maxLength = 4096)
            String token,

            @Schema(description = "What runs on it", example = "android")
            Device.Platform platform) {}

    @Schema(description = "A device that is pushed to")
    record DeviceView(
            @Schema(description = "Its id", example = "dev_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String id,

            @Schema(description = "What runs on it", example = "android")
            Device.Platform platform,

            @Schema(description = "Since when", example = "2030-01-02T12:00:00.000Z")
            Instant createdAt) {

        static DeviceView of(Device device) {
            return new DeviceView(device.id(), device.platform(), device.createdAt());
        }
    }

    @Schema(description = "A stand-in for an access token, good once")
    record TicketView(
            @Schema(description = "Sent as ?ticket=", example = "q0p3…", maxLength = 100)
            String ticket,

            @Schema(description = "Until when", example = "2030-01-02T12:00:30.000Z")
            Instant expiresAt) {}

    @Schema(description = "What is kept of one person")
    record PersonalData(
            @Schema(description = "The latest thousand") List<NotificationView> notifications,
            @Schema(description = "What they want to hear") PreferencesView preferences,
            @Schema(description = "Their devices") List<DeviceView> devices) {}
}
