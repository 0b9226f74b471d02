package shop.email.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.email.domain.Delivery;
import shop.email.domain.Mailbox;

/** Hands mails to an SMTP server (RFC 5321), each over a connection of its own. */
public final class SmtpMailbox implements Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailbox.class);
    private static final String CONNECTING = "10000"; // milliseconds
    private static final String ANSWERING = "30000";

    private final SmtpServer server;
    private final InternetAddress from;
    private final Session session;
    private final Clock clock;

    /** @param from who the mails are from: {@code Shop <no-reply@shop.example>} */
    public SmtpMailbox(SmtpServer server, String from, Clock clock) {
        this.server = server;
        this.from = sender(from);
        this.clock = clock;
        this.session = Session.getInstance(properties(server));
    }

    private static InternetAddress sender(String from) {
        try {
            var address = new InternetAddress(from, true);
            if (!address.getAddress().contains("@")) throw new AddressException("no @");
            return address;
        } catch (AddressException e) {
            throw new IllegalStateException(
                    "environment variable MAIL_FROM must look like Shop <no-reply@shop.example>", e);
        }
    }

    private static Properties properties(SmtpServer server) {
        var properties = new Properties();
        var protocol = "mail." + protocol(server) + ".";
        properties.setProperty(
                protocol + "auth", Boolean.toString(server.login().isPresent()));
        properties.setProperty(protocol + "starttls.enable", "true");
        // a password goes nowhere unprotected, but to this very machine
        var local = server.host().equals("localhost") || server.host().startsWith("127.");
        var secret = server.login().isPresent() && !local && !server.tls();
        properties.setProperty(protocol + "starttls.required", Boolean.toString(secret));
        properties.setProperty(protocol + "ssl.checkserveridentity", "true");
        properties.setProperty(protocol + "connectiontimeout", CONNECTING);
        properties.setProperty(protocol + "timeout", ANSWERING);
        properties.setProperty(protocol + "writetimeout", ANSWERING);
        return properties;
    }

    @Override
    public Delivery deliver(Parcel parcel) {
        try {
            var message = new Letterhead(session, from, clock).on(parcel);
            return send(message, message.getAllRecipients());
        } catch (AddressException e) {
            return new Delivery.Refused("no such address can be: " + e.getMessage());
        } catch (MessagingException e) {
            return outcome(e);
        }
    }

    private Delivery send(StampedMessage message, jakarta.mail.Address[] to) throws MessagingException {
        var transport = (SMTPTransport) session.getTransport(protocol(server));
        try {
            var login = server.login();
            transport.connect(
                    server.host(),
                    server.port(),
                    login.map(SmtpServer.Login::user).orElse(null),
                    login.map(SmtpServer.Login::password).orElse(null));
            transport.sendMessage(message, to);
            return new Delivery.Accepted(transport.getLastServerResponse());
        } finally {
            close(transport);
        }
    }

    /** How the farewell goes says nothing about the mail, which has been taken or refused before. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server did not say goodbye", e);
        }
    }

    /** Only what the server refuses for good is final; that nobody answers or a password is wrong is our trouble. */
    private static Delivery outcome(MessagingException failure) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            var code = switch (e) {
                case SMTPAddressFailedException refused -> refused.getReturnCode();
                case SMTPSendFailedException refused -> refused.getReturnCode();
                default -> 0;
            };
            if (code >= 500) return new Delivery.Refused(said(e));
            if (code >= 400) return new Delivery.Deferred(said(e));
        }
        return new Delivery.Deferred(said(failure));
    }

    private static String said(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String protocol(SmtpServer server) {
        return server.tls() ? "smtps" : "smtp";
    }
}
