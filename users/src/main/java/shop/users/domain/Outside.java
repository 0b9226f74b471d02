package shop.users.domain;

/** Where this service asks others. */
public record Outside(AccountDirectory accounts, History history, Personal personal) {}
