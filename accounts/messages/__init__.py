"""Messages to people by e-mail and SMS: a row for each, sent by the worker, tried again until it got out.

A service calls `queue(event="order_placed", about="order:100023", user=buyer, context={…})` inside its own
transaction. The words are templates named for the event, and an event reaches people by the channels that it
has words for:

    site/templates/messages/<event>.email.txt     extends "messages/base.email.txt", fills `body`
    site/templates/messages/<event>.subject.txt   one line, for the e-mail
    site/templates/messages/<event>.sms.txt       one short line; it is sent without Vietnamese marks

They read the context that was queued and `recipient_name`, `site_name`, `site_url`. They are plain text:
nothing is escaped.
"""

from accounts.messages.services import queue, take_back

__all__ = ["queue", "take_back"]
