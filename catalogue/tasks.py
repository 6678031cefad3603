"""What the worker does for the catalogue; tasks carry numbers only."""

from django_tasks import task


@task()
def prepare_photo(image_id: int) -> bool:
    """Make the smaller copies of a photo; what fails is counted in its row and tried again by the clock."""
    from catalogue.photos import prepare  # noqa: PLC0415  it queues this task

    return prepare(image_id)
