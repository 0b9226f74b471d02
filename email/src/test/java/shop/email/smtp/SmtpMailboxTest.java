package shop.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.TestPlatform.NOON;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.email.domain.Delivery;
import shop.email.domain.Letter;
import shop.email.domain.Mailbox;

/** Against a real SMTP server. */
class SmtpMailboxTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailArrivesInBothForms() throws Exception {
        assertThat(deliver("ann@example.com", Optional.empty())).isInstanceOf(Delivery.Accepted.class);

        var mail = received();
        assertThat(mail.getSubject()).isEqualTo("Grüße 🍵");
        assertThat(mail.getHeader("Subject", null)).isASCII();
        assertThat(mail.getFrom()).extracting(Address::toString).containsExactly("Shop <no-reply@shop.example>");
        assertThat(mail.getAllRecipients()).extracting(Address::toString).containsExactly("ann@example.com");
        assertThat(mail.getMessageID()).isEqualTo("<eml_1@shop.example>");
        assertThat(mail.getSentDate()).isEqualTo(NOON);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        var forms = (MimeMultipart) mail.getContent();
        assertThat(forms.getContentType()).startsWith("multipart/alternative");
        assertThat(forms.getBodyPart(0).getContent()).isEqualTo("Schön, Ann");
        assertThat(forms.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(forms.getBodyPart(1).getContent()).isEqualTo("<p>Schön, Ann</p>");
    }

    @Test
    void theSameMailAgainHasTheSameId() throws Exception {
        deliver("ann@example.com", Optional.empty());
        deliver("ann@example.com", Optional.empty());

        assertThat(Arrays.stream(server.getReceivedMessages())
                        .map(SmtpMailboxTest::id)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void oneClickEndsWhatNobodyNeeds() throws Exception {
        deliver("ann@example.com", Optional.of("https://shop.example/emails/unsubscribe?token=t"));

        assertThat(received().getHeader("List-Unsubscribe"))
                .containsExactly("<https://shop.example/emails/unsubscribe?token=t>");
        assertThat(received().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void aDomainInAnyScriptIsReached() throws Exception {
        deliver("ann@münchen.example", Optional.empty());

        assertThat(received().getAllRecipients())
                .extracting(Address::toString)
                .containsExactly("ann@xn--mnchen-3ya.example");
    }

    @Test
    void whatNoServerTakesIsRefused() {
        assertThat(deliver("änn@example.com", Optional.empty())).isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void aServerThatIsAwayIsTriedLater() {
        var gone = at(server.getSmtp().getPort());
        server.stop();

        assertThat(deliver(gone, "ann@example.com", Optional.empty())).isInstanceOf(Delivery.Deferred.class);
    }

    @Test
    void theServersWordDecides() throws Exception {
        assertThat(answering("450 4.2.1 mailbox busy")).isInstanceOf(Delivery.Deferred.class);
        assertThat(answering("550 5.1.1 no such user"))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class, it -> assertThat(it.detail()).contains("no such user"));
    }

    @Test
    void aWrongSenderStopsTheStart() {
        assertThatThrownBy(() -> new SmtpMailbox(at(25), "nobody", Clock.fixed(NOON, UTC)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MAIL_FROM");
    }

    @Test
    void aWrongAddressOfTheServerStopsTheStart() {
        assertThatThrownBy(() -> SmtpServer.at(URI.create("http://localhost")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SMTP_URL");
        assertThat(SmtpServer.at(URI.create("smtps://ann%40shop:p%3Aw+d@mail.example")))
                .isEqualTo(new SmtpServer(
                        "mail.example", 465, true, Optional.of(new SmtpServer.Login("ann@shop", "p:w+d"))));
        assertThat(SmtpServer.at(URI.create("smtps://ann:secret@mail.example")).toString())
                .doesNotContain("secret");
    }

    private Delivery deliver(String to, Optional<String> unsubscribe) {
        return deliver(at(server.getSmtp().getPort()), to, unsubscribe);
    }

    private static Delivery deliver(SmtpServer at, String to, Optional<String> unsubscribe) {
        var mailbox = new SmtpMailbox(at, "Shop <no-reply@shop.example>", Clock.fixed(NOON, UTC));
        var letter = new Letter("Grüße 🍵", "<p>Schön, Ann</p>", "Schön, Ann");
        return mailbox.deliver(new Mailbox.Parcel("eml_1", new shop.email.domain.Address(to), letter, unsubscribe));
    }

    private static SmtpServer at(int port) {
        return SmtpServer.at(URI.create("smtp://127.0.0.1:" + port));
    }

    /** A server that says this of every recipient. */
    private static Delivery answering(String word) throws Exception {
        try (var socket = new ServerSocket(0)) {
            var server = Thread.startVirtualThread(() -> talk(socket, word));
            var delivery = deliver(at(socket.getLocalPort()), "ann@example.com", Optional.empty());
            server.join();
            return delivery;
        }
    }

    private static void talk(ServerSocket socket, String word) {
        try (var client = socket.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                var out = new OutputStreamWriter(client.getOutputStream(), UTF_8)) {
            out.write("220 hello\r\n");
            out.flush();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var quit = line.startsWith("QUIT");
                out.write((quit ? "221 bye" : line.startsWith("RCPT") ? word : "250 ok") + "\r\n");
                out.flush();
                if (quit) return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }
}
