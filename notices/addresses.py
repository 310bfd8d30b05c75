"""Where requests to others may go: never to an inside address, whatever a name resolves to."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from cases.errors import Forbidden

_METADATA = frozenset({IPv4Address("168.63.129.16")})
"""Services of clouds at addresses that look public."""

_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv4 addresses as NAT64 writes them (RFC 6052)."""


async def resolve(host: str, port: int, *, loopback: bool) -> list[str]:
    """The addresses of a host; raises Forbidden where one of them is inside, OSError where there is none.

    Connect to one of these and do not resolve the name again: it may lead elsewhere by then.
    ``loopback``: whether this very machine is allowed, for tests and development.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    for address in addresses:
        if not is_outside(address) and not (loopback and ip_address(address).is_loopback):
            raise Forbidden("This address is inside; nothing is sent there.", code="inside_address")
    return addresses


def is_outside(address: str) -> bool:
    """Whether an IP address is one of the public internet."""
    ip = _carried(ip_address(address))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and ip not in _METADATA


def _carried(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for, where it does."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _TRANSLATED:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1] or ip
