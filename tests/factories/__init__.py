"""Objects for tests, valid as they come: say only what the test is about.

They also stand beside loaded data: a set, branch or rule set that exists is taken, not made twice.
"""

from .addresses import UserAddressFactory
from .catalogue import (
    BRANCH_OF_SET,
    BranchFactory,
    PackSizeFactory,
    ParentFactory,
    ProductClassFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
    StockRecordFactory,
)
from .certificates import CertificateFactory, PressReportFactory, RuleSetFactory
from .claims import ClaimFactory
from .enquiries import EnquiryFactory
from .orders import BillingAddressFactory, OrderFactory, ShippingAddressFactory
from .passport import LabelContentsFactory, LotEventFactory, LotFactory, PaperFactory, gtin
from .people import UserFactory
from .pictures import PictureFactory
from .producers import InvitationFactory, MembershipFactory, ProducerFactory, SellerTaxTreatmentFactory
from .regions import DistrictFactory, OldCommuneFactory, ProvinceFactory, RegionFactory, UnitFactory
