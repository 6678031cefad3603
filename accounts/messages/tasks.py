"""The task that sends a message: it carries the row's id and nothing of its contents."""

from django_tasks import task


@task()
def send_message(message_id: int) -> bool:
    """Send one message; a failure is remembered in its row and tried again by the sweeper."""
    from accounts.messages.services import deliver  # noqa: PLC0415  it queues this task

    return deliver(message_id)
