"""Who asks: a name and password from the environment or netrc, told to a server only when it asks for them."""

from __future__ import annotations

import base64
import netrc
import os
import urllib.request
from collections.abc import Mapping
from urllib.parse import urlsplit

from kg.errors import StoreError

__all__ = ["handlers"]

_HEADER = "Authorization"


def handlers(endpoint: str) -> list[urllib.request.BaseHandler]:
    """Give what answers a challenge of the endpoint's server, by Digest or by Basic; nothing where no password is known."""
    parts = urlsplit(endpoint)
    known = _credentials(parts.hostname or "")
    if known is None:
        return []
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, f"{parts.scheme}://{parts.netloc}/", *known)
    return [_Digest(passwords), _Basic(passwords)]


def _credentials(host: str) -> tuple[str, str] | None:
    """Give those of `KG_USER` and `KG_PASSWORD`, else those that `~/.netrc`, or the file that `NETRC` names, has for a host."""
    user, password = os.environ.get("KG_USER"), os.environ.get("KG_PASSWORD")
    if user is not None and password is not None:
        return user, password
    try:
        found = netrc.netrc(os.environ.get("NETRC")).authenticators(host)
    except FileNotFoundError:
        return None
    except (OSError, netrc.NetrcParseError, UnicodeDecodeError) as error:
        raise StoreError("netrc", f"cannot be read ({error})", "mend it, or set KG_USER and KG_PASSWORD") from None
    return (found[0], found[2] or "") if found else None


class _Digest(urllib.request.HTTPDigestAuthHandler):
    """Answers the last challenge beforehand too: a server may hang up on a large body that comes without an answer."""

    _challenge: Mapping[str, str] | None = None

    def get_authorization(self, req: urllib.request.Request, chal: Mapping[str, str]) -> str | None:
        self._challenge = chal
        return super().get_authorization(req, chal)

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        if self._challenge is not None and not req.has_header(_HEADER):
            told = super().get_authorization(req, self._challenge)
            if told:
                req.add_unredirected_header(_HEADER, f"Digest {told}")
        return req

    https_request = http_request


class _Basic(urllib.request.HTTPBasicAuthHandler):
    """Once asked, tells the name and password beforehand too."""

    _asked = False

    def retry_http_basic_auth(self, host: str, req: urllib.request.Request, realm: str) -> object:
        self._asked = True
        return super().retry_http_basic_auth(host, req, realm)

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        user, password = self.passwd.find_user_password("", req.full_url)
        if self._asked and user is not None and not req.has_header(_HEADER):
            told = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
            req.add_unredirected_header(_HEADER, f"Basic {told}")
        return req

    https_request = http_request
