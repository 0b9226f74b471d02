package shop.notifications.domain;

class InMemoryDevicesTest extends DevicesContract {

    private final Devices devices = new InMemoryDevices();

    @Override
    protected Devices devices() {
        return devices;
    }
}
