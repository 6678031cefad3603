"""Asking for word of a product, and its new stock."""

from django.urls import reverse


def ask_page(product):
    return reverse("alerts:ask", args=[product.pk])


def restock(product, packs=5):
    record = product.stockrecords.get()
    record.num_in_stock = packs
    record.save()
