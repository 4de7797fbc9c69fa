package dmhq;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A terminal at which a program asks, and is answered: {@code script} of util-linux. */
public final class Pty {

    private Pty() {}

    /**
     * Runs a shell command at a terminal. Each answer is typed when the text before it has been seen.
     *
     * @param questions the end of a question and the answer to it, in the order they come
     */
    public static RealProgram.Outcome run(
            Map<String, String> environment, String command, List<Map.Entry<String, String>> questions)
            throws IOException, InterruptedException {
        Process process = RealProgram.script().with(environment).start("-qefc", command, "/dev/null");
        Deque<Map.Entry<String, String>> left = new ArrayDeque<>(questions);
        StringBuilder seen = new StringBuilder();
        int answered = 0;
        try (InputStream screen = process.getInputStream()) {
            for (int next = screen.read(); next >= 0; next = screen.read()) {
                seen.append((char) next);
                if (!left.isEmpty() && seen.indexOf(left.peek().getKey(), answered) >= 0) {
                    answered = seen.length();
                    process.getOutputStream().write((left.remove().getValue() + "\n").getBytes(StandardCharsets.UTF_8));
                    process.getOutputStream().flush();
                }
            }
        }
        return new RealProgram.Outcome(process.waitFor(), seen.toString());
    }
}
