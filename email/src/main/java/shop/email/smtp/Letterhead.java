package shop.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import shop.email.domain.Address;
import shop.email.domain.Mailbox.Parcel;

/** Puts letters into the form mails have on their way: headers, and a text and an HTML part to choose from. */
record Letterhead(Session session, InternetAddress from, Clock clock) {

    StampedMessage on(Parcel parcel) throws MessagingException {
        var message = new StampedMessage(session, "<" + parcel.id() + "@" + domain() + ">");
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, recipient(parcel.to()));
        message.setSubject(parcel.letter().subject().replaceAll("\\p{Cntrl}+", " "), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: absence notes must not answer
        if (parcel.unsubscribe().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + parcel.unsubscribe().get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        }
        // the richest form comes last (RFC 2046 §5.1.4)
        var forms = new MimeMultipart(
                "alternative",
                part(parcel.letter().text(), "plain"),
                part(parcel.letter().html(), "html"));
        message.setContent(forms);
        message.saveChanges();
        return message;
    }

    private String domain() {
        var address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static InternetAddress recipient(Address address) throws MessagingException {
        var at = address.text().lastIndexOf('@');
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(address.text().substring(0, at))) {
            throw new AddressException("only plain ASCII may stand before the @"); // not every server has SMTPUTF8
        }
        try {
            var domain = IDN.toASCII(address.text().substring(at + 1));
            return new InternetAddress(address.text().substring(0, at) + "@" + domain, true);
        } catch (IllegalArgumentException e) {
            throw new AddressException("the domain cannot be: " + e.getMessage());
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }
}
