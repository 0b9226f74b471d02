package shop.auth.domain;

class InMemoryAccountsTest extends AccountsContract {

    private final InMemoryAccounts accounts = new InMemoryAccounts();

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected int told() {
        return accounts.told().size();
    }
}
