package shop.users.domain;

class InMemoryAdminsTest extends AdminsContract {

    private final InMemoryAdmins admins = new InMemoryAdmins();

    @Override
    protected Admins admins() {
        return admins;
    }
}
