package dmhq.transports.email.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.transports.email.discovery.DomainRecords.Service;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a name server of a few lines that speaks the real protocol (RFC 1035), which is what the JDK has to be good for. */
class SystemRecordsTest {

    private static final int MX = 15;
    private static final int SRV = 33;
    private static final int A = 1;
    private static final int NO_SUCH_NAME = 3;

    private DatagramSocket socket;
    private final Map<String, List<byte[]>> answers = new TreeMap<>();

    @BeforeEach
    void serve() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread server = new Thread(this::answerAll, "names");
        server.setDaemon(true);
        server.start();
    }

    @AfterEach
    void stop() {
        socket.close();
    }

    private SystemRecords records() {
        return new SystemRecords("dns://127.0.0.1:" + socket.getLocalPort(), Duration.ofSeconds(10));
    }

    @Test
    void services_are_read_with_their_ports() throws Exception {
        answers.put("_imaps._tcp.example.org " + SRV, List.of(service(5, 7, 993, "Imap.Example.Org")));
        assertThat(records().services("_imaps._tcp.example.org"))
                .containsExactly(new Service(5, 7, 993, "imap.example.org"));
    }

    @Test
    void a_service_that_is_not_offered_has_no_host() throws Exception {
        answers.put("_imaps._tcp.example.org " + SRV, List.of(service(0, 0, 0, "")));
        assertThat(records().services("_imaps._tcp.example.org")).containsExactly(new Service(0, 0, 0, ""));
    }

    @Test
    void the_preferred_exchange_comes_first() throws Exception {
        answers.put("example.org " + MX, List.of(exchange(20, "b.example.org"), exchange(10, "c.example.org")));
        assertThat(records().exchanges("example.org")).containsExactly("c.example.org", "b.example.org");
    }

    @Test
    void hosts_exist_or_not() throws Exception {
        answers.put("imap.example.org " + A, List.of(new byte[] {(byte) 192, 0, 2, 1}));
        assertThat(records().exists("imap.example.org")).isTrue();
        assertThat(records().exists("smtp.example.org")).isFalse();
    }

    @Test
    void a_name_that_nobody_knows_has_no_records() throws Exception {
        assertThat(records().services("_imaps._tcp.example.net")).isEmpty();
        assertThat(records().exchanges("example.net")).isEmpty();
    }

    @Test
    void a_name_server_that_is_not_there_is_a_failure() {
        SystemRecords hasty = new SystemRecords("dns://127.0.0.1:" + socket.getLocalPort(), Duration.ofMillis(50));
        socket.close();
        assertThatThrownBy(() -> hasty.exchanges("example.org")).isInstanceOf(IOException.class);
    }

    private void answerAll() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }

    private byte[] answer(ByteBuffer question) throws IOException {
        short id = question.getShort();
        question.position(12);
        List<String> labels = new ArrayList<>();
        for (int length = question.get(); length > 0; length = question.get()) {
            byte[] label = new byte[length];
            question.get(label);
            labels.add(new String(label, StandardCharsets.US_ASCII));
        }
        String name = String.join(".", labels);
        short kind = question.getShort();
        List<byte[]> found = answers.getOrDefault(name + " " + kind, List.of());
        boolean known = answers.keySet().stream().anyMatch(key -> key.startsWith(name + " "));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(id);
        out.writeShort(0x8180 | (known ? 0 : NO_SUCH_NAME));
        out.writeShort(1);
        out.writeShort(found.size());
        out.writeInt(0);
        out.write(name(name));
        out.writeShort(kind);
        out.writeShort(1);
        for (byte[] data : found) {
            out.write(name(name));
            out.writeShort(kind);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(data.length);
            out.write(data);
        }
        return bytes.toByteArray();
    }

    private static byte[] name(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!name.isEmpty()) {
            for (String label : name.split("\\.", -1)) {
                bytes.write(label.length());
                bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
            }
        }
        bytes.write(0);
        return bytes.toByteArray();
    }

    private static byte[] service(int priority, int weight, int port, String host) {
        byte[] name = name(host);
        return ByteBuffer.allocate(6 + name.length)
                .putShort((short) priority)
                .putShort((short) weight)
                .putShort((short) port)
                .put(name)
                .array();
    }

    private static byte[] exchange(int preference, String host) {
        byte[] name = name(host);
        return ByteBuffer.allocate(2 + name.length)
                .putShort((short) preference)
                .put(name)
                .array();
    }
}
