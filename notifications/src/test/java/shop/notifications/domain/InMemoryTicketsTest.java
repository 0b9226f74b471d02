package shop.notifications.domain;

class InMemoryTicketsTest extends TicketsContract {

    private final Tickets tickets = new InMemoryTickets();

    @Override
    protected Tickets tickets() {
        return tickets;
    }
}
