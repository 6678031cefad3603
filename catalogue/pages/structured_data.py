"""What machines read on pages of products and producers (contract §5)."""

from typing import Any

from catalogue.models import Lot, Product
from catalogue.pages.product import ProductPage
from catalogue.passport.completeness import label_of
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
    data |= _measures(product, page.size)
    if product.producer is not None:
        data["manufacturer"] = {"@type": "Organization", "name": product.producer.name}
    if not product.is_demo:
        data["hasCertification"] = _certification(page)
        data["offers"] = _offer(product, page)
    return script_json(data)


def item_data(product: Product, size: Product, lot: Lot | None) -> str:
    """Return `Product` of the page behind a pack's QR, with the lot's days where one is shown."""
    data: dict[str, Any] = {
        "@type": "IndividualProduct" if lot else "Product",
        "name": product.title,
        "url": absolute(product.get_absolute_url()),
        **_measures(product, size),
    }
    if product.producer is not None:
        data["manufacturer"] = {"@type": "Organization", "name": product.producer.name}
    if lot is not None:
        data["hasGS1DigitalLink"] = lot.digital_link
        data["productionDate"] = lot.made_on.isoformat()
    return script_json(data)


def _measures(product: Product, size: Product) -> dict[str, Any]:
    """Return barcode and content of a pack; UN/CEFACT codes: GRM gram, MLT millilitre."""
    unit = {Product.NetUnit.GRAM: "GRM", Product.NetUnit.MILLILITRE: "MLT"}.get(
        Product.NetUnit(size.net_unit) if size.net_unit else Product.NetUnit.PIECE
    )
    content: dict[str, Any] = {}
    if unit and size.net_quantity:
        content = {"@type": "QuantitativeValue", "value": size.net_quantity, "unitCode": unit}
    label = label_of(product)
    return {
        "gtin14": size.upc or "",
        "weight": content if unit == "GRM" else {},
        "hasMeasurement": content,
        "countryOfOrigin": {"@type": "Country", "name": label.origin} if label and label.origin else {},
        "material": label.materials if label else "",
    }


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
