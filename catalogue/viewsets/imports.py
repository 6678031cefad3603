"""The page on which a file is tried out, and confirmed."""

from datetime import timedelta
from io import BytesIO
from typing import Any

from django import forms
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.signing import BadSignature, TimestampSigner
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from catalogue.errors import ConfirmedBefore
from catalogue.importing import KINDS, carry_out, try_out, write_template
from catalogue.importing.package import MOST_BYTES, MOST_ROWS
from catalogue.importing.run import digest_of
from core.staff.listing import XLSX
from core.storage import private_storage

#: How long a tried file waits for its confirmation.
KEPT_SECONDS = 3_600
MOST_SHOWN = 500
FOLDER = "imports"


class UploadForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=gettext_lazy("XLSX file"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=gettext_lazy("Nothing is written yet: the file is tried out first."),
    )

    def clean_file(self) -> bytes:
        """Return the content of a file of sensible size."""
        sent = self.cleaned_data["file"]
        if sent.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB.") % {"most": MOST_BYTES // 1024 // 1024}
            )
        return bytes(sent.read())


class ImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Try a file out; where nothing is wrong, offer to carry it out."""

    model: Any = None
    permission_required = "add"
    form_class = UploadForm
    template_name = "staff/import.html"
    page_title = gettext_lazy("Import XLSX")
    header_icon = "upload"
    kind = ""
    index_url_name = ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        label = capfirst(self.model._meta.verbose_name_plural)
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": label},
            {"url": "", "label": self.get_page_title(), "sublabel": label},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        names = {
            name: self.index_url_name.replace("index", name) for name in ("import_confirm", "import_template")
        }
        return {
            **context,
            "most_rows": MOST_ROWS,
            "most_shown": MOST_SHOWN,
            "back": reverse(self.index_url_name),
            **{name: reverse(address) for name, address in names.items()},
        }

    def form_valid(self, form: UploadForm) -> HttpResponse:
        content = form.cleaned_data["file"]
        outcome = try_out(self.kind, content)
        token = keep(content, self.kind, self.request.user) if outcome.is_clean else ""
        if outcome.problems:
            form.add_error("file", _("Nothing was written: see the list of what is wrong."))
        return self.render_to_response(self.get_context_data(form=form, outcome=outcome, token=token))


class ImportConfirmView(ImportView):
    """Carry out exactly the file that was tried."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead whoever reloads or keeps this address back to the form."""
        return redirect(self.index_url_name.replace("index", "import"))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            content = take(request.POST.get("token", ""), self.kind, request.user)
        except ConfirmedBefore as error:
            messages.warning(request, str(error))
            return redirect(self.index_url_name)
        if content is None:
            messages.error(request, _("The tried file is no longer there. Send it again."))
            return redirect(self.index_url_name.replace("index", "import"))
        outcome = carry_out(self.kind, content, request.user)
        if outcome.problems:  # somebody changed the register meanwhile
            form = UploadForm()
            return self.render_to_response(self.get_context_data(form=form, outcome=outcome, token=""))
        messages.success(request, _("%(count)s rows written.") % {"count": outcome.count})
        return redirect(self.index_url_name)


class ImportTemplateView(PermissionCheckedMixin, View):
    """Hand out the empty file."""

    model: Any = None
    permission_required = "add"
    kind = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        output = BytesIO()
        resource = KINDS[self.kind]
        write_template(output, resource.sheet_name, resource.columns)
        output.seek(0)
        return FileResponse(output, as_attachment=True, filename=f"{self.kind}.xlsx", content_type=XLSX)


class ImportMixin:
    """For a viewset: the pages of its import; its name is the kind of the import."""

    def get_urlpatterns(self) -> list[Any]:
        """Add them."""
        views = {
            "import": ImportView,
            "import_confirm": ImportConfirmView,
            "import_template": ImportTemplateView,
        }
        return [
            *super().get_urlpatterns(),
            *(
                path(f"{name.replace('_', '/')}/", self.construct_view(view, kind=self.name), name=name)
                for name, view in views.items()
            ),
        ]


def keep(content: bytes, kind: str, user: Any) -> str:
    """Keep a tried file for a while; return the sealed word that this person confirms it with."""
    storage = private_storage()
    _prune(storage)
    name = storage.save(f"{FOLDER}/{get_random_string(32)}.xlsx", ContentFile(content))
    return TimestampSigner(salt="import").sign_object(
        {"name": name, "digest": digest_of(content), "kind": kind, "user": user.pk}
    )


def take(token: str, kind: str, user: Any) -> bytes | None:
    """Return the file that this person tried, once; None where there is none of that kind and content.

    Raises:
        ConfirmedBefore: It was taken before, as by the first click of two.
    """
    try:
        sealed = TimestampSigner(salt="import").unsign_object(token, max_age=KEPT_SECONDS)
    except BadSignature:
        return None
    storage = private_storage()
    if (sealed["kind"], sealed["user"]) != (kind, user.pk):
        return None
    # The cache gives each place once; a file can be read by two before one of them has deleted it.
    if not cache.add(f"import-confirmed:{sealed['name']}", 1, timeout=KEPT_SECONDS):
        raise ConfirmedBefore(
            _("This file was confirmed already and is written once. Look for its rows in the list.")
        )
    if not storage.exists(sealed["name"]):
        return None
    with storage.open(sealed["name"]) as file:
        content = bytes(file.read())
    storage.delete(sealed["name"])
    return content if digest_of(content) == sealed["digest"] else None


def _prune(storage: Any) -> None:
    """Drop files that nobody confirmed in time."""
    try:
        _folders, names = storage.listdir(FOLDER)
    except FileNotFoundError:
        return
    for name in names:
        path = f"{FOLDER}/{name}"
        if storage.get_created_time(path) < timezone.now() - timedelta(seconds=KEPT_SECONDS):
            storage.delete(path)
