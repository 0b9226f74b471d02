package shop.notifications.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.MessagingErrorCode;
import com.google.firebase.messaging.WebpushConfig;
import com.google.firebase.messaging.WebpushNotification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.notifications.domain.Device;
import shop.notifications.domain.Notification;
import shop.notifications.domain.Push;

/** Pushes through Firebase Cloud Messaging. A push is a courtesy: what fails is logged, the notification is kept anyway. */
public final class FirebasePush implements Push, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FirebasePush.class);
    private static final Set<MessagingErrorCode> DEAD =
            Set.of(MessagingErrorCode.UNREGISTERED, MessagingErrorCode.SENDER_ID_MISMATCH);

    private final FirebaseApp app;

    FirebasePush(FirebaseApp app) {
        this.app = app;
    }

    /**
     * Connects when the first push is sent.
     *
     * @param credentials the JSON of a service account, or the path of a file that holds it
     */
    public static FirebasePush with(String credentials) {
        try {
            var json = credentials.strip().startsWith("{") ? credentials : Files.readString(Path.of(credentials));
            var options = FirebaseOptions.builder()
                    .setCredentials(GoogleCredentials.fromStream(new ByteArrayInputStream(json.getBytes(UTF_8))))
                    .build();
            return new FirebasePush(FirebaseApp.initializeApp(options, "notifications"));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "environment variable FIREBASE_CREDENTIALS must be the JSON of a service account, or its file", e);
        }
    }

    @Override
    public List<String> send(Notification notification, List<Device> devices) {
        var messages =
                devices.stream().map(device -> message(notification, device)).toList();
        try {
            var responses =
                    FirebaseMessaging.getInstance(app).sendEach(messages).getResponses();
            var dead = new ArrayList<String>();
            for (int i = 0; i < responses.size(); i++) {
                var error = responses.get(i).getException();
                if (error == null) continue;
                LOG.warn("a push failed: {}", error.getMessagingErrorCode());
                if (DEAD.contains(error.getMessagingErrorCode()))
                    dead.add(devices.get(i).token());
            }
            return dead;
        } catch (FirebaseMessagingException e) {
            LOG.warn("Firebase does not take pushes: {}", e.getMessage());
            return List.of();
        }
    }

    @SuppressWarnings(
            "deprecation") // devices register with tokens; installation ids are not yet what their SDKs hand out
    private static Message message(Notification notification, Device device) {
        var message = Message.builder()
                .setToken(device.token())
                .setNotification(com.google.firebase.messaging.Notification.builder()
                        .setTitle(notification.title())
                        .setBody(notification.body())
                        .build())
                .putAllData(notification.data())
                .putData("type", notification.type().label())
                .putData("id", notification.id());
        return once(message, notification.id()).build();
    }

    /** Events may come twice; a device then shows the later message in the place of the earlier. */
    private static Message.Builder once(Message.Builder message, String id) {
        var android = AndroidNotification.builder().setTag(id).build();
        var web = WebpushNotification.builder().setTag(id).build();
        return message.setAndroidConfig(
                        AndroidConfig.builder().setNotification(android).build())
                .setApnsConfig(ApnsConfig.builder()
                        .putHeader("apns-collapse-id", id)
                        .setAps(Aps.builder().build())
                        .build())
                .setWebpushConfig(WebpushConfig.builder().setNotification(web).build());
    }

    @Override
    public void close() {
        app.delete();
    }
}
