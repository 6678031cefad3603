"""What the worker does for alerts; a task carries the product's id and nobody's address."""

from django_tasks import task


@task()
def tell_of_product(product_id: int) -> int:
    """Write to those who wait for this product."""
    from shop.customer.alerts.services import tell  # noqa: PLC0415  it queues this task

    return tell(product_id)
