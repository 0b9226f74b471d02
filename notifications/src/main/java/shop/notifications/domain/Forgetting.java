package shop.notifications.domain;

/** Leaves nothing of a person behind. */
public record Forgetting(
        Erased erased, Notifications notifications, PreferenceBook preferences, Devices devices, Teams teams) {

    /** May be repeated. Noted first: of what is written at the same time, either this or its writer takes the person out. */
    public void forget(String userId) {
        erased.add(userId);
        notifications.forget(userId);
        preferences.forget(userId);
        devices.forget(userId);
        teams.forget(userId);
    }

    /** For whoever has just written something of this person's. */
    public void forgetAgain(String userId) {
        if (erased.has(userId)) forget(userId);
    }
}
