"""What `manage.py serve` says once the site answers: its addresses and, on a demo site, who can log in."""

from django.conf import settings

from core.demo_log_ins import demo_log_ins
from core.serving.web import WebOptions

PAGES = (("/", "tiếng Việt"), ("/en/", "English"), ("/cms/", "staff: pages, pictures, people"))
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104


def announcement(options: WebOptions) -> str:
    """Compose the lines; an address that listens everywhere is shown as this machine's own."""
    shown = f"127.0.0.1:{options.port}" if options.host in EVERYWHERE else options.address
    lines = ["", "The site is ready. Ctrl-C ends it.", ""]
    lines += [f"  {f'http://{shown}{path}':<34} {words}" for path, words in PAGES]
    log_ins = [one for filler in demo_log_ins for one in filler()] if settings.DEMO else []
    if log_ins:
        lines += ["", "Demo log-ins (fictional people, on demo sites only):", ""]
        lines += [f"  {one.who:<34} {one.login}  {one.password}  {one.path}" for one in log_ins]
    return "\n".join([*lines, ""])
