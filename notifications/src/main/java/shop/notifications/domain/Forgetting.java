package shop.notifications.domain;

/** Leaves nothing of a person behind. May be repeated. */
public record Forgetting(Notifications notifications, PreferenceBook preferences, Devices devices, Teams teams) {

    public void forget(String userId) {
        notifications.forget(userId);
        preferences.forget(userId);
        devices.forget(userId);
        teams.forget(userId);
    }
}
