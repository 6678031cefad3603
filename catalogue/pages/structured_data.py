"""What machines read on pages of products and producers (contract §5)."""

from typing import Any

from catalogue.models import Product
from catalogue.pages.product import ProductPage
from catalogue.photos import photos_of
from core.structured_data import absolute, script_json
from producers.models import Partner
from regions.words import unit_words


def product_data(product: Product, page: ProductPage) -> str:
    """Return `Product`; demo products carry neither an offer nor a certification.

    A certification is told only while it may be used, an offer only where the product can be bought.
    """
    data: dict[str, Any] = {
        "@type": "Product",
        "name": product.title,
        "description": product.description,
        "image": [absolute(photo.shared_url) for photo in photos_of(product)]
        or absolute(page.card.picture_url),
        "url": absolute(product.get_absolute_url()),
        "sku": str(product.pk),
        "category": product.ocop_set.name if product.ocop_set else "",
    }
    if product.producer is not None:
        data["manufacturer"] = {"@type": "Organization", "name": product.producer.name}
    if not product.is_demo:
        data["hasCertification"] = _certification(page)
        data["offers"] = _offer(product, page)
    return script_json(data)


def _certification(page: ProductPage) -> dict[str, Any]:
    certificate = page.certificate
    if certificate is None or not page.badge.is_usable or certificate.is_demo or page.badge.until is None:
        return {}
    return {
        "@type": "Certification",
        "name": f"OCOP {certificate.stars} sao",
        "certificationIdentification": certificate.decision_number,
        "certificationRating": {"@type": "Rating", "ratingValue": certificate.stars, "bestRating": 5},
        "issuedBy": {"@type": "Organization", "name": certificate.authority_name},
        "validFrom": certificate.effective_from.isoformat(),
        "expires": page.badge.until.isoformat(),
        "url": absolute(page.badge.url),
    }


def _offer(product: Product, page: ProductPage) -> dict[str, Any]:
    if page.product.price is None or page.product.sale_mode not in {"buy", "buy_age"}:
        return {}
    stock = "OutOfStock" if page.product.is_sold_out else "InStock"
    return {
        "@type": "Offer",
        "price": page.product.price,
        "priceCurrency": "VND",
        "availability": f"https://schema.org/{stock}",
        "url": absolute(product.get_absolute_url()),
        "seller": {"@type": "Organization", "name": page.product.producer_name},
    }


def producer_data(producer: Partner) -> str:
    """Return `Organization`, with its place as far as it is known."""
    address: dict[str, Any] = {}
    if producer.unit is not None:
        address = {
            "@type": "PostalAddress",
            "addressCountry": "VN",
            "addressRegion": producer.unit.province.name,
            "addressLocality": unit_words(producer.unit),
            "streetAddress": producer.street,
        }
    return script_json(
        {
            "@type": "Organization",
            "name": producer.name,
            "legalName": producer.legal_name,
            "url": absolute(producer.get_absolute_url()),
            "address": address,
        }
    )
