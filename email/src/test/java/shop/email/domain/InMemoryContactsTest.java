package shop.email.domain;

class InMemoryContactsTest extends ContactsContract {

    private final InMemoryContacts contacts = new InMemoryContacts();

    @Override
    protected Contacts contacts() {
        return contacts;
    }
}
