"""Signs in to a running demo site, so that pages of the people themselves can be looked at."""

import http.cookiejar
import re
import urllib.request
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin

#: Any private page leads to the log-in.
ACCOUNT = "/tai-khoan/"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_BUY = re.compile(r'action="(/gio-hang/them/\d+/)"')


class SignedOut(Exception):
    """The site did not let this person in."""


class Visitor:
    """Somebody with a browser's cookies: a guest until `log_in`."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._jar = http.cookiejar.CookieJar()
        self._browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))

    @property
    def cookies(self) -> dict[str, str]:
        """Name and value of each cookie that the site has set."""
        return {cookie.name: cookie.value or "" for cookie in self._jar}

    def read(self, path: str) -> tuple[str, str]:
        """Open a page and return the address it is found at, and its HTML."""
        with self._browser.open(urljoin(self._site, path), timeout=60) as answer:
            return answer.url, answer.read().decode()

    def send(self, path: str, **fields: str) -> str:
        """Send a form as this site's own pages do; return the address that it leads to."""
        address = urljoin(self._site, path)
        request = urllib.request.Request(  # noqa: S310  the site's own address
            address, urlencode(fields).encode(), {"Referer": address, "Sec-Fetch-Site": "same-origin"}
        )
        with self._browser.open(request, timeout=60) as answer:
            return str(answer.url)

    def log_in(self, login: str, password: str) -> None:
        """Sign in as one of the demo people.

        Raises:
            SignedOut: The site refused.
        """
        door, html = self.read(ACCOUNT)
        token = _TOKEN.search(html)
        try:
            at = self.send(
                door, login=login, password=password, csrfmiddlewaretoken=token[1] if token else ""
            )
        except HTTPError as error:
            raise SignedOut(f"{login}: {error}") from error
        if "sessionid" not in self.cookies:
            raise SignedOut(f"{login} stands at {at}")

    def fill_basket(self) -> None:
        """Put the first product of the list that can be bought into the basket."""
        html = self.read("/san-pham/?in_stock=1")[1]
        for path in dict.fromkeys(re.findall(r'href="(/san-pham/[a-z0-9-]+-\d+/)"', html)):
            if buy := _BUY.search(self.read(path)[1]):
                self.send(buy[1], quantity="1")
                return
