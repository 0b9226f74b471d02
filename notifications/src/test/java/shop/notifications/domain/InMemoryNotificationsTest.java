package shop.notifications.domain;

class InMemoryNotificationsTest extends NotificationsContract {

    private final Notifications notifications = new InMemoryNotifications();

    @Override
    protected Notifications notifications() {
        return notifications;
    }
}
