"""`/gian-hang/`: the shops that a person works for."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.pictures import band_url
from producers.models import Membership
from shop.office.access import SignedInView


class ShopsView(SignedInView):
    """Leads to the one shop of a person, or lets them choose."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the shops; without any, say how to come to one."""
        memberships = Membership.objects.filter(user=self.user).select_related("producer")
        shops = [
            {
                "name": each.producer.name,
                "url": reverse("office:overview", kwargs={"producer_id": each.producer_id}),
                "role": each.get_role_display(),
                "band_url": band_url(each.producer),
                "is_demo": each.producer.is_demo,
            }
            for each in memberships.order_by("producer__name", "pk")
        ]
        if len(shops) == 1:
            return HttpResponseRedirect(str(shops[0]["url"]))
        return render(request, "office/shops.html", {"page_title": _("My shops"), "shops": shops})
