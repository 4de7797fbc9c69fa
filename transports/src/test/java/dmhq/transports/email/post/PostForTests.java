package dmhq.transports.email.post;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.email.connecting.MailLine;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A post as most people have it: mails arrive in the inbox and stay there, and are as large as is usual. */
final class PostForTests {

    private PostForTests() {}

    static MailPost of(MailLine line, Predicate<byte[]> ours, Path state) {
        return new MailPost(
                line,
                "INBOX",
                null,
                MailPost.LARGEST,
                ours,
                new DurableDisk(),
                state,
                MailTransportTest.CLOCK,
                (mails, looked) -> {});
    }
}
