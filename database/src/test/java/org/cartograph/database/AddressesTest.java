package org.cartograph.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class AddressesTest {

    @Test
    void findsTwoFreePortsForZero() {
        Addresses found = Addresses.find("127.0.0.1", 0, 0);
        assertThat(found.bolt()).isPositive().isNotEqualTo(found.http());
        assertThat(found.http()).isPositive();
        assertThat(found.boltUri()).isEqualTo("bolt://127.0.0.1:" + found.bolt());
    }

    @Test
    void namesTheOptionWhosePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Addresses.find("127.0.0.1", other.getLocalPort(), 0))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("`--bolt-port` must be a free port, but " + other.getLocalPort());
        }
    }

    @Test
    void tellsLocalProgramsToUseLoopbackWhereEveryAddressIsListenedOn() {
        assertThat(Addresses.find("0.0.0.0", 0, 0).httpUri()).startsWith("http://127.0.0.1:");
    }

    @Test
    void putsBracketsAroundAnAddressOfVersionSix() throws IOException {
        assertThat(new Addresses(InetAddress.getByName("::1"), 1, 2).boltUri()).isEqualTo("bolt://[0:0:0:0:0:0:0:1]:1");
    }

    @Test
    void refusesAnAddressOfAnotherMachine() {
        assertThatThrownBy(() -> Addresses.find("203.0.113.1", 0, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("`--bind` must be an address of this machine, but was 203.0.113.1");
    }
}
