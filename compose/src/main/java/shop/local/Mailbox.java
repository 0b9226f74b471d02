package shop.local;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A real SMTP server that delivers to nobody: what it takes can be read on a page. */
final class Mailbox implements AutoCloseable {

    /** A mail as the page shows it. */
    record Mail(int number, String to, String subject, String html, String text) {}

    private static final int KEPT = 200;

    private final GreenMail server;

    private Mailbox(GreenMail server) {
        this.server = server;
    }

    static Mailbox start() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Mailbox(server);
    }

    String url() {
        return "smtp://127.0.0.1:" + server.getSmtp().getPort();
    }

    /** The newest ones first. */
    List<Mail> mails() {
        var messages = server.getReceivedMessages();
        var mails = new ArrayList<Mail>();
        for (int i = messages.length - 1; i >= Math.max(0, messages.length - KEPT); i--)
            mails.add(read(i, messages[i]));
        return mails;
    }

    Optional<Mail> find(int number) {
        var messages = server.getReceivedMessages();
        return number < 0 || number >= messages.length ? Optional.empty() : Optional.of(read(number, messages[number]));
    }

    void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("the mailbox cannot be emptied", e);
        }
    }

    private static Mail read(int number, MimeMessage message) {
        try {
            var to = Arrays.toString(message.getAllRecipients());
            var subject = Optional.ofNullable(message.getSubject()).orElse("");
            return new Mail(number, to, subject, part(message, "text/html"), part(message, "text/plain"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail " + number + " cannot be read", e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) return part.getContent().toString();
        if (!(part.getContent() instanceof Multipart parts)) return "";
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            var found = part(inner, type);
            if (!found.isEmpty()) return found;
        }
        return "";
    }

    @Override
    public void close() {
        server.stop();
    }
}
