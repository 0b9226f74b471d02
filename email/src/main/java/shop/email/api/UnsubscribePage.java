package shop.email.api;

/** What people see who follow the link below an e-mail. */
final class UnsubscribePage {

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Unsubscribe</title>
              <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; }
                button { font: inherit; padding: .6rem 1.2rem; }
              </style>
            </head>
            <body>%s</body>
            </html>
            """;

    static final String QUESTION = FRAME.formatted("""

            <h1>No more messages like this?</h1>
            <p lang="de">Keine solchen Nachrichten mehr?</p>
            <form method="post"><button>Unsubscribe / Abbestellen</button></form>
            """);

    static final String DONE = FRAME.formatted("""

            <h1>You have unsubscribed.</h1>
            <p>Messages about your account and your orders still reach you.</p>
            <p lang="de">Du bekommst solche Nachrichten nicht mehr; was dein Konto und deine Bestellungen betrifft, schon.</p>
            """);

    private UnsubscribePage() {}
}
