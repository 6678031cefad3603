"""Producers: all of them, and one with its story, place and products."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from catalogue.badges import press_line
from catalogue.cards import cards_of, with_card_facts
from catalogue.maps import place_map
from catalogue.models import Product
from catalogue.pages.papers import papers_of_producer
from catalogue.pages.producer import counts_of, description_of, producer_block, producer_facts
from catalogue.pages.structured_data import producer_data
from core.clock import today
from core.page_parts import asked_page, page_links
from core.public_pages import PublicPage, do_not_store
from core.structured_data import breadcrumb_list
from producers.models import Partner
from regions.models import District
from regions.words import name_words

PER_PAGE = 24
#: Cards on a producer's own page; the rest is one link away, in the list.
CARDS = 12


class ProducerListView(View):
    """All producers, by former district where one is chosen."""

    public_page = PublicPage(frozenset({"district", "page"}))

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show one page of producers; a page past the end is not found."""
        day = today()
        districts = list(
            District.objects.annotate(n=Count("producers", filter=Q(producers__is_public=True))).filter(
                n__gt=0
            )
        )
        chosen = request.GET.get("district", "")
        if chosen not in {each.code for each in districts}:
            chosen = ""
        producers = Partner.objects.public().with_place().order_by("standing", "name", "pk")
        if chosen:
            producers = producers.filter(district=chosen)
        page = asked_page(Paginator(producers, PER_PAGE), request.GET.get("page", "1"))
        counts = counts_of([each.pk for each in page], day)
        path = reverse("producers:index")
        kept = {"district": chosen} if chosen else {}
        links = page_links(page, path, **kept)
        number = {"page": str(page.number)} if page.number > 1 else {}
        request.shown_query = urlencode({**kept, **number})  # type: ignore[attr-defined]
        context = {
            "page_title": _("Makers"),
            "page_description": _(
                "Who makes the products: co-operatives, companies and households of the region."
            ),
            "heading": _("Makers"),
            "intro": _("Who makes what is sold here, and who the press has named so far."),
            "total": page.paginator.count,
            "producers": [producer_block(each, day, counts.get(each.pk)) for each in page],
            "filters": {
                "action": path,
                "options": [
                    {
                        "value": each.code,
                        "label": name_words(each.name),
                        "count": each.n,
                        "is_chosen": each.code == chosen,
                    }
                    for each in districts
                ],
            },
            "pages": links if len(links.items) > 1 else None,
            "structured_data": [
                breadcrumb_list([(_("Home"), reverse("wagtail_serve", args=[""])), (_("Makers"), path)])
            ],
        }
        response = render(request, "producers/list.html", context)
        asked = {"page": str(page.number), "district": chosen}
        if any(request.GET[name] != value for name, value in asked.items() if name in request.GET):
            do_not_store(response)  # an address with bad values is no page of its own
        return response


class ProducerDetailView(View):
    """One producer; without stars of its own: they belong to products."""

    public_page = PublicPage(frozenset())

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show the producer with its products and what the press reported."""
        day = today()
        producer = get_object_or_404(Partner.objects.public().with_place(), slug=slug)
        request.shown_object = producer  # type: ignore[attr-defined]
        counts = counts_of([producer.pk], day).get(producer.pk)
        # What carries a star today comes first, whatever is in stock.
        listed = (
            Product.objects.listed()
            .filter(producer=producer)
            .with_star(day)
            .order_by(F("usable__stars").desc(nulls_last=True), "-available", "-pk")
        )
        reported = with_card_facts(Product.objects.reported().filter(producer=producer)).order_by("pk")
        context: dict[str, Any] = {
            "page_title": producer.name,
            "page_description": description_of(producer, counts),
            "producer": producer_block(producer, day, counts),
            "is_claimed": not producer.is_reported,
            "claim_url": reverse("claims:claim", args=[producer.pk]) if producer.is_reported else "",
            "report_url": reverse("enquiries:report_producer", args=[producer.pk]),
            "rows": producer_facts(producer, counts),
            "cards": cards_of(with_card_facts(listed, press=False)[:CARDS], day),
            "card_count": counts.listed if counts else 0,
            "products_url": f"{reverse('catalogue:index')}?producer={producer.slug}"
            if counts and counts.listed > CARDS
            else "",
            "reported": [
                {
                    "title": each.title,
                    "url": each.get_absolute_url(),
                    "press": press_line(each.press_reports.all()[0]),
                }
                for each in reported
                if each.press_reports.all()
            ],
            "map": place_map(producer),
            "papers": papers_of_producer(producer, day),
            "structured_data": [
                producer_data(producer),
                breadcrumb_list(
                    [
                        (_("Home"), reverse("wagtail_serve", args=[""])),
                        (_("Makers"), reverse("producers:index")),
                        (producer.name, producer.get_absolute_url()),
                    ]
                ),
            ],
        }
        return render(request, "producers/detail.html", context)
