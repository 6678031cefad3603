"""The import on its page: tried first, confirmed by the one who tried it, for the very same file."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import Group
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ModelLogEntry

from accounts.models import User
from catalogue.errors import ConfirmedBefore
from catalogue.models import Certificate, Product
from catalogue.viewsets.imports import keep, take
from core.staff.groups import SUPPORT
from core.storage import private_storage
from tests.catalogue.sheets import file_of, row_of
from tests.factories import CertificateFactory, ProductFactory, UserFactory

PAGE = "staff_certificates:import"
CONFIRM = "staff_certificates:import_confirm"


def send(client, content, name="giay.xlsx"):
    return client.post(reverse(PAGE), {"file": SimpleUploadedFile(name, content)})


def kept():
    storage = private_storage()
    return storage.listdir("imports")[1] if storage.exists("imports") else []


@pytest.fixture(autouse=True)
def nothing_kept():
    for name in kept():
        private_storage().delete(f"imports/{name}")


def test_a_file_is_tried_then_confirmed(admin):
    product = ProductFactory()

    page = send(admin, file_of(row_of(product)))
    assert "Không có lỗi" in page.content.decode()
    assert not Certificate.objects.exists()
    response = admin.post(reverse(CONFIRM), {"token": page.context["token"]}, follow=True)

    mine = Certificate.objects.get()
    assert "Đã ghi 1 dòng" in response.content.decode()
    logged = set(ModelLogEntry.objects.values_list("action", flat=True))
    assert logged == {"import.certificates", "import.certificates_row"}
    history = admin.get(reverse("staff_certificates:history", args=[mine.pk])).content.decode()
    assert "Cấp giấy bằng nhập tệp" in history
    assert kept() == []


def test_faults_are_listed_by_row_and_column(admin):
    page = send(admin, file_of(row_of(stars=6), row_of(issued_on="31/02/2026")))

    html = page.content.decode()
    assert "2 chỗ sai" in html
    for words in ("Số sao", "Hãy gõ số nguyên từ 3 đến 5", "Ngày cấp giấy", "Không có ngày này"):
        assert words in html
    assert kept() == []
    assert not Certificate.objects.exists()


def test_a_second_click_is_told_that_the_first_one_wrote(admin):
    token = send(admin, file_of(row_of())).context["token"]
    admin.post(reverse(CONFIRM), {"token": token})

    again = admin.post(reverse(CONFIRM), {"token": token}, follow=True)

    assert again.redirect_chain[-1][0] == reverse("staff_certificates:index")
    assert "đã được xác nhận" in again.content.decode()
    assert Certificate.objects.count() == 1


def test_of_two_clicks_at_once_one_gets_the_file(monkeypatch):
    user = User(pk=7)
    token = keep(b"a file", "products", user)
    delete = FileSystemStorage.delete

    def dawdle(storage, name):
        time.sleep(0.3)
        delete(storage, name)

    def click(_number):
        try:
            return take(token, "products", user)
        except ConfirmedBefore:
            return None

    monkeypatch.setattr(FileSystemStorage, "delete", dawdle)

    with ThreadPoolExecutor(2) as threads:
        taken = list(threads.map(click, range(2)))

    assert sorted(taken, key=bool) == [None, b"a file"]


def test_a_file_that_is_no_longer_there_has_to_be_sent_again(admin):
    token = send(admin, file_of(row_of())).context["token"]
    for name in kept():
        private_storage().delete(f"imports/{name}")

    page = admin.post(reverse(CONFIRM), {"token": token}, follow=True)

    assert "không còn" in page.content.decode()
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("token", ["", "x", "a:b:c"])
def test_a_made_up_confirmation_writes_nothing(admin, token):
    send(admin, file_of(row_of()))

    admin.post(reverse(CONFIRM), {"token": token})

    assert not Certificate.objects.exists()


def test_nobody_confirms_what_another_tried(admin, client):
    token = send(admin, file_of(row_of())).context["token"]
    admin.force_login(UserFactory(is_staff=True, is_superuser=True))

    admin.post(reverse(CONFIRM), {"token": token})

    assert not Certificate.objects.exists()


def test_a_file_changed_meanwhile_is_not_carried_out(admin):
    token = send(admin, file_of(row_of())).context["token"]
    storage, (name,) = private_storage(), kept()
    with open(storage.path(f"imports/{name}"), "wb") as file:
        file.write(file_of(row_of(stars=5)))

    admin.post(reverse(CONFIRM), {"token": token})

    assert not Certificate.objects.exists()


def test_a_certificate_of_one_kind_does_not_confirm_another(admin):
    token = send(admin, file_of(row_of())).context["token"]

    admin.post(reverse("staff_products:import_confirm"), {"token": token})

    assert not Certificate.objects.exists()
    assert Product.objects.count() == 1


def test_a_register_changed_meanwhile_is_told_and_nothing_is_written(admin):
    product = ProductFactory()
    token = send(admin, file_of(row_of(), row_of(product))).context["token"]
    CertificateFactory(product=product, issued_on=row_of(product)["issued_on"])

    page = admin.post(reverse(CONFIRM), {"token": token})

    assert "đã có giấy cấp ngày đó" in page.content.decode()
    assert Certificate.objects.count() == 1


def test_the_address_of_a_confirmation_leads_back_to_the_form(admin):
    response = admin.get(reverse(CONFIRM))

    assert response.headers["Location"] == reverse(PAGE)


def test_a_file_too_large_is_refused(admin):
    page = send(admin, b"PK" + b"0" * (5 * 1024 * 1024))

    assert "lớn hơn 5 MB" in page.content.decode()


def test_the_template_is_handed_out(admin):
    response = admin.get(reverse("staff_certificates:import_template"))

    assert response.headers["Content-Disposition"] == 'attachment; filename="certificates.xlsx"'
    assert send(admin, b"".join(response.streaming_content)).context["outcome"].problems[0].row == 0


def test_who_may_not_issue_may_not_import(client, db):
    person = UserFactory(is_staff=True)
    person.groups.add(Group.objects.get(name=SUPPORT))
    client.force_login(person)

    for name in ("import", "import_template", "import_confirm"):
        response = client.post(reverse(f"staff_certificates:{name}"))
        assert response.status_code in {302, 405}
        assert response.status_code == 405 or response.headers["Location"] == "/cms/"


@pytest.mark.parametrize("kind", ["certificates", "products"])
def test_the_empty_file_is_only_fetched(admin, kind):
    address = f"/cms/{kind}/import/template/"

    assert admin.get(address).status_code == 200
    assert admin.post(address).status_code == 405
