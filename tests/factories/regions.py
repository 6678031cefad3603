"""Provinces, communes of today and of before, regions."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from regions.models import District, OldCommune, Province, Region, Succession, Unit
from regions.names import key


class ProvinceFactory(DjangoModelFactory[Province]):
    code = "75"
    name = "Thành phố Đồng Nai"
    folded = factory.LazyAttribute(lambda o: key(o.name))

    class Meta:
        model = Province
        django_get_or_create = ("code",)


class UnitFactory(DjangoModelFactory[Unit]):
    """A commune of today, near Đồng Xoài."""

    code = factory.Sequence(lambda n: f"9{n:04d}")
    province = factory.SubFactory(ProvinceFactory)
    name = factory.Sequence(lambda n: f"Xã Thử {n}")
    kind = factory.LazyAttribute(lambda o: o.name.split(" ")[0])
    folded = factory.LazyAttribute(lambda o: key(o.name))
    latitude = 11.53
    longitude = 106.90

    class Meta:
        model = Unit
        django_get_or_create = ("code",)


class RegionFactory(DjangoModelFactory[Region]):
    code = "binh-phuoc"
    name = "Bình Phước"
    folded = factory.LazyAttribute(lambda o: key(o.name))

    class Meta:
        model = Region
        django_get_or_create = ("code",)


class DistrictFactory(DjangoModelFactory[District]):
    code = factory.Sequence(lambda n: f"{900 + n % 100}")
    region = factory.SubFactory(RegionFactory)
    name = factory.Sequence(lambda n: f"Huyện Thử {n}")
    folded = factory.LazyAttribute(lambda o: key(o.name))

    class Meta:
        model = District
        django_get_or_create = ("code",)


class OldCommuneFactory(DjangoModelFactory[OldCommune]):
    """A commune before 1/7/2025; `unit=` names its only successor."""

    code = factory.Sequence(lambda n: f"8{n:04d}")
    name = factory.Sequence(lambda n: f"Xã Cũ {n}")
    district = factory.SubFactory(DistrictFactory)
    district_name = factory.LazyAttribute(lambda o: o.district.name if o.district else "Huyện Thử")
    province_name = "Tỉnh Bình Phước"
    folded = factory.LazyAttribute(lambda o: key(o.name))

    class Meta:
        model = OldCommune
        django_get_or_create = ("code",)
        skip_postgeneration_save = True

    @factory.post_generation
    def unit(self: OldCommune, create: bool, extracted: Unit | None, **kwargs: Any) -> None:  # type: ignore[misc]
        if create and extracted is not None:
            Succession.objects.get_or_create(old_commune=self, unit=extracted)
