package org.casus.article;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This machine and the network that it stands in, of which a feed from elsewhere should not have anything fetched. */
final class LocalNetwork {
    private LocalNetwork() {}

    /** Whether a host, by name or number, has an address there: RFC 1918, 3927, 4193, 4291 and 6598. */
    static boolean holds(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (isLocal(address)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLocal(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || uniqueLocal
                || shared;
    }
}
