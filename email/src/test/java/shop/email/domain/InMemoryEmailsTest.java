package shop.email.domain;

class InMemoryEmailsTest extends EmailsContract {

    private final InMemoryEmails emails = new InMemoryEmails();

    @Override
    protected Emails emails() {
        return emails;
    }

    @Override
    protected int told() {
        return emails.told().size();
    }
}
