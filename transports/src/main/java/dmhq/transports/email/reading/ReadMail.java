package dmhq.transports.email.reading;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mail holds that matters.
 *
 * @param from its sender's address, as it says; empty if it says none, or one that cannot be shown as it is
 * @param offset of its sender's clock from UTC, as it says; null if it does not say
 * @param id its Message-ID with the angle brackets, for people and bounces only
 * @param subject for people only
 * @param references the ids of mails that it answers
 * @param answerable that an automatic answer to it would be good manners (RFC 3834)
 * @param attachments what is ours, in the order in which it lies there, each content once
 * @param objections why something in it cannot be used, and the cure, each a sentence; empty if all is well
 * @param cutOff that the end of what is attached is missing, which harms nothing if all that matters came before it
 * @param bounce that it tells of a mail that did not arrive
 */
public record ReadMail(
        String from,
        @Nullable ZoneOffset offset,
        String id,
        String subject,
        List<String> references,
        boolean answerable,
        List<Attachment> attachments,
        List<String> objections,
        boolean cutOff,
        Optional<Bounce> bounce) {

    /** Makes one. */
    public ReadMail {
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        objections = List.copyOf(objections);
    }
}
