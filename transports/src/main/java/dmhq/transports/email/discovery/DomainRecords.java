package dmhq.transports.email.discovery;

import java.io.IOException;
import java.util.List;

/** What the name servers say of a domain. Names are given and returned in lower case, without a dot at the end. */
public interface DomainRecords {

    /**
     * Where a service is offered (RFC 2782).
     *
     * @param priority the least is to be taken first
     * @param weight of those of one priority, the one with the most should be taken more often
     * @param host empty if the domain says that it has no such service
     */
    record Service(int priority, int weight, int port, String host) {}

    /**
     * Returns where a service is, such as {@code _imaps._tcp.example.org}; none if nothing is said of it.
     *
     * @throws IOException if nobody answers
     */
    List<Service> services(String name) throws IOException;

    /**
     * Returns the servers that take in mail for a domain (MX), the preferred ones first.
     *
     * @throws IOException if nobody answers
     */
    List<String> exchanges(String domain) throws IOException;

    /**
     * Tells whether a host has an address.
     *
     * @throws IOException if nobody answers
     */
    boolean exists(String host) throws IOException;
}
