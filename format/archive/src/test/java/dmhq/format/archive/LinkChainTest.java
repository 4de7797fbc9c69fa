package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.archive.LinkChain.Owner;
import org.junit.jupiter.api.Test;

class LinkChainTest {

    private static final Bytes NONCE = Bytes.ofHex("0f".repeat(16));
    private static final Owner BEN = Owner.seat(NONCE, new SeatId("ben"));

    private final LinkChain chain = new LinkChain(BEN, Bytes.ofHex("01".repeat(32)));
    private final Bytes anchor = chain.anchor().value();

    @Test
    void a_link_leads_to_every_one_before_it_and_to_none_after() {
        for (int known : new int[] {0, 1, 6}) {
            assertThat(LinkChain.leads(BEN, chain.link(7), 7, chain.link(known), known))
                    .isTrue();
        }
        assertThat(LinkChain.leads(BEN, chain.link(7), 7, chain.link(7), 7)).isFalse();
        assertThat(LinkChain.leads(BEN, chain.link(7), 7, chain.link(8), 8)).isFalse();
        assertThat(LinkChain.leads(BEN, chain.link(LinkChain.LENGTH), LinkChain.LENGTH, anchor, 0))
                .isTrue();
    }

    @Test
    void a_link_is_bound_to_its_number_owner_and_session() {
        Owner cara = Owner.seat(NONCE, new SeatId("cara"));
        Owner elsewhere = Owner.seat(Bytes.ofHex("0e".repeat(16)), new SeatId("ben"));

        assertThat(LinkChain.leads(BEN, chain.link(7), 6, anchor, 0)).isFalse();
        assertThat(LinkChain.leads(cara, chain.link(7), 7, anchor, 0)).isFalse();
        assertThat(LinkChain.leads(elsewhere, chain.link(7), 7, anchor, 0)).isFalse();
        assertThat(Owner.hostOpen(NONCE)).isNotEqualTo(Owner.hostHidden(NONCE));
    }

    @Test
    void what_is_no_link_of_a_chain_leads_nowhere() {
        assertThat(LinkChain.leads(BEN, Bytes.of(), 1, anchor, 0)).isFalse();
        assertThat(LinkChain.leads(BEN, chain.link(LinkChain.LENGTH), LinkChain.LENGTH + 1, anchor, 0))
                .isFalse();
        assertThat(LinkChain.leads(BEN, chain.link(1), Integer.MAX_VALUE, anchor, 0))
                .isFalse();
        assertThatThrownBy(() -> chain.link(LinkChain.LENGTH + 1)).hasMessage("a chain has links 0 to 4096, not 4097");
        assertThatThrownBy(() -> chain.link(-1)).hasMessage("a chain has links 0 to 4096, not -1");
    }
}
