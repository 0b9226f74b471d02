package shop.email.domain;

/** The links below mails that nobody needs: whoever has one may end such mails to its address, and nothing else. */
@FunctionalInterface
public interface UnsubscribeLinks {

    String of(Address address);
}
