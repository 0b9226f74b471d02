package shop.platform.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that says what was acknowledged to it, a line each, until it is killed in the middle of its work. */
record Victim(Process process, BufferedReader output) {

    private static final String VOICE = "said: ";

    static Victim run(Class<?> main, Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Victim(process, process.inputReader(UTF_8));
    }

    /** The victim's own voice, told apart from its logs. */
    static void say(String line) {
        System.out.println(VOICE + line);
    }

    String line() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(VOICE)) return line.substring(VOICE.length());
        }
        throw new IOException("it ended without being killed");
    }

    /** Kills it right after so many lines, and tells all of them: some were said while the blow fell. */
    List<String> killedAfter(int lines) throws IOException {
        var said = new ArrayList<String>();
        while (said.size() < lines) said.add(line());
        process.toHandle().destroyForcibly(); // the process' own method would close our end of the pipe too
        output.lines().filter(line -> line.startsWith(VOICE)).forEach(line -> said.add(line.substring(VOICE.length())));
        return said;
    }
}
